package io.vigil.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in of programs by token and of browsers by session, sign-out, and who one is. */
@RestController
@RequestMapping("/api/v1")
class SignInController {
  private final SignIn signIn;
  private final Tokens tokens;
  private final InstantSource clock;

  SignInController(SignIn signIn, Tokens tokens, InstantSource clock) {
    this.signIn = signIn;
    this.tokens = tokens;
    this.clock = clock;
  }

  @PostMapping("/token")
  Token token(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
    return tokens.issue(signIn.person(credentials, request.getRemoteAddr()));
  }

  @PostMapping("/session")
  Person open(
      @Valid @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    Person person = signIn.person(credentials, request.getRemoteAddr());
    SessionCookie.set(request, response, tokens.issue(person), clock.instant());
    return person;
  }

  @DeleteMapping("/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.clear(request, response);
  }

  @GetMapping("/me")
  Person me(@AuthenticationPrincipal SignedIn signedIn) {
    return signedIn.person();
  }
}
