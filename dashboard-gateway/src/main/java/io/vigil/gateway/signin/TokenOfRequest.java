package io.vigil.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Finds the token of a request: in the header for programs, in the cookie for browsers. The page
 * and sign-in itself need none, and work with an old cookie as well.
 */
final class TokenOfRequest implements BearerTokenResolver {
  private final BearerTokenResolver header = new DefaultBearerTokenResolver();

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    if (!needsToken(request)) {
      return null;
    }
    return isByCookie(request) ? SessionCookie.of(request) : header.resolve(request);
  }

  /** Whether the request authenticates by cookie, as browsers do without being asked. */
  static boolean isByCookie(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && SessionCookie.of(request) != null;
  }

  private static boolean needsToken(HttpServletRequest request) {
    String path = request.getServletPath();
    return switch (path) {
      case "/api/v1/session", "/api/v1/token" -> false;
      default -> path.startsWith("/api/") || path.startsWith("/ws/");
    };
  }
}
