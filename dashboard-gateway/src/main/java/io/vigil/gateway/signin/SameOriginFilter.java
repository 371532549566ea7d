package io.vigil.gateway.signin;

import io.vigil.gateway.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other sites from using a browser's session. A change by cookie, or a WebSocket, has to
 * prove that it comes from our own page; whatever tells another origin is refused in any case.
 */
final class SameOriginFilter extends OncePerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final ProblemWriter problems;

  SameOriginFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isGuarded(request) && isForeign(request)) {
      problems.write(
          response, HttpStatus.FORBIDDEN, "cross_origin", "Only our own page may do this");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isGuarded(HttpServletRequest request) {
    return !SAFE.contains(request.getMethod()) || request.getServletPath().startsWith("/ws/");
  }

  private static boolean isForeign(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (site == null && origin == null) {
      return TokenOfRequest.isByCookie(request);
    }
    return (site != null && !site.equals("same-origin"))
        || (origin != null && !isOwn(origin, request.getHeader(HttpHeaders.HOST)));
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }
}
