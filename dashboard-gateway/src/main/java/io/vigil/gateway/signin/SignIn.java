package io.vigil.gateway.signin;

import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.audit.AuditEvent;
import io.vigil.schema.registry.RegistryKey;
import java.time.InstantSource;

/** Takes a name and a password for a person, within the bounds of {@link Attempts}. */
final class SignIn {
  private final Passwords passwords;
  private final Attempts attempts;
  private final Audit audit;
  private final InstantSource clock;

  SignIn(Passwords passwords, Attempts attempts, Audit audit, InstantSource clock) {
    this.passwords = passwords;
    this.attempts = attempts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who signs in with these credentials from this address.
   *
   * @throws BadCredentials if nobody has them
   */
  Person person(Credentials credentials, String address) {
    String username = credentials.username();
    if (!RegistryKey.isId(username)) {
      throw new BadCredentials();
    }
    attempts.begin(username, address, clock.instant());
    Person person =
        passwords.check(username, credentials.password()).orElseThrow(BadCredentials::new);
    attempts.succeeded(username, address, clock.instant());
    audit.tell(AuditEvent.of("signed_in").by(person.username(), address));
    return person;
  }
}
