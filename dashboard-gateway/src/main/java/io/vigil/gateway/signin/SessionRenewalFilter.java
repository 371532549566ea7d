package io.vigil.gateway.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Renews a browser's session that is used in the second half of its life. */
final class SessionRenewalFilter extends OncePerRequestFilter {
  private final Tokens tokens;
  private final InstantSource clock;

  SessionRenewalFilter(Tokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication instanceof PersonAuthentication person
        && TokenOfRequest.isByCookie(request)) {
      renew(person.getPrincipal(), request, response);
    }
    chain.doFilter(request, response);
  }

  private void renew(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
    Instant now = clock.instant();
    Duration half = Duration.between(signedIn.issuedAt(), signedIn.until()).dividedBy(2);
    if (now.isAfter(signedIn.issuedAt().plus(half))) {
      SessionCookie.set(request, response, tokens.issue(signedIn.person()), now);
    }
  }
}
