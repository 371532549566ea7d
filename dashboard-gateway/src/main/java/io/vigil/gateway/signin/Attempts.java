package io.vigil.gateway.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts sign-ins that are under way or failed, and refuses further ones of the same user or
 * address for a while. Remembers so many and no more. Safe for threads.
 */
final class Attempts {
  private static final int MAX_REMEMBERED = 20_000;

  private final Map<String, Window> windows = new LinkedHashMap<>();
  private final SignInProperties bounds;

  Attempts(SignInProperties bounds) {
    this.bounds = bounds;
  }

  private record Window(Instant since, int count) {}

  /**
   * Counts an attempt before its outcome is known, so that many at once cannot pass.
   *
   * @throws TooManyAttempts if this user or address has had too many
   */
  synchronized void begin(String username, String address, Instant now) {
    refuseBeyond(bounds.failuresFromAddress(), addressKey(address), "failures from address", now);
    refuseBeyond(bounds.failuresOfUser(), userKey(username, address), "failures of user", now);
    add(1, addressKey(address), now);
    add(1, userKey(username, address), now);
  }

  /** Takes the attempt back: it succeeded. */
  synchronized void succeeded(String username, String address, Instant now) {
    add(-1, addressKey(address), now);
    add(-1, userKey(username, address), now);
  }

  private void refuseBeyond(int bound, String key, String limit, Instant now) {
    Window window = current(key, now);
    if (window != null && window.count >= bound) {
      Duration wait = Duration.between(now, window.since.plus(bounds.failuresWithin()));
      throw new TooManyAttempts(limit, wait);
    }
  }

  private void add(int count, String key, Instant now) {
    Window window = current(key, now);
    if (window != null) {
      windows.put(key, new Window(window.since, Math.max(0, window.count + count)));
    } else if (count > 0) {
      windows.put(key, new Window(now, count));
      forgetTheOldest();
    }
  }

  private @Nullable Window current(String key, Instant now) {
    Window window = windows.get(key);
    if (window != null && !now.isBefore(window.since.plus(bounds.failuresWithin()))) {
      windows.remove(key);
      return null;
    }
    return window;
  }

  private void forgetTheOldest() {
    if (windows.size() > MAX_REMEMBERED) {
      windows.remove(windows.keySet().iterator().next());
    }
  }

  private static String addressKey(String address) {
    return "address " + address;
  }

  /** By address as well, so that nobody can lock another person out from elsewhere. */
  private static String userKey(String username, String address) {
    return "user " + username + " " + address;
  }
}
