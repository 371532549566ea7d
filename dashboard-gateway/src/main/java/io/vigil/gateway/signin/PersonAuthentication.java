package io.vigil.gateway.signin;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody signed in, as Spring Security carries them along. */
final class PersonAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient SignedIn signedIn;

  PersonAuthentication(SignedIn signedIn) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + signedIn.person().role().name())));
    this.signedIn = signedIn;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public SignedIn getPrincipal() {
    return signedIn;
  }

  @Override
  public String getName() {
    return signedIn.person().username();
  }
}
