package io.vigil.gateway.live;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What clients say. */
sealed interface ClientMessage {

  /** Says who it is. */
  record Hello(String token) implements ClientMessage {
    /** Never shows the token. */
    @Override
    public String toString() {
      return "hello";
    }
  }

  /**
   * Wants to see patients.
   *
   * @param patients their ids, or null for all whom the person follows
   * @param resume up to where it has been told already, or null
   */
  record Follow(@Nullable Set<String> patients, @Nullable Cursor resume) implements ClientMessage {}

  /** Wants to see patients no longer. */
  record Unfollow(Set<String> patients) implements ClientMessage {}
}
