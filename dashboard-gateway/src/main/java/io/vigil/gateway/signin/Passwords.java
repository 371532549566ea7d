package io.vigil.gateway.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks passwords. An unknown user costs as much time as a wrong password, and no more checks run
 * at once than there are processors, since each is slow on purpose.
 */
final class Passwords {
  private static final Duration WAIT_FOR_TURN = Duration.ofSeconds(3);

  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final String hashOfNobody = encoder.encode("nobody has this password");
  private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final Users users;

  Passwords(Users users) {
    this.users = users;
  }

  /**
   * Who has this name and password, if anybody.
   *
   * @throws SignInBusy if too many are waiting for their turn
   */
  Optional<Person> check(String username, String password) {
    Optional<User> user = users.find(username);
    boolean fits = matches(password, user.map(User::passwordHash).orElse(hashOfNobody));
    return user.filter(known -> fits).map(User::person);
  }

  private boolean matches(String password, String hash) {
    try {
      if (!turns.tryAcquire(WAIT_FOR_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new SignInBusy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignInBusy();
    }
    try {
      return encoder.matches(password, hash);
    } finally {
      turns.release();
    }
  }
}
