package io.vigil.gateway.live;

import io.vigil.gateway.signin.Person;
import io.vigil.gateway.signin.SignedIn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client. Whom it follows and who it is belong to the hub's thread; the outbox and the sign of
 * life may be touched by any.
 */
final class LiveSession {
  private final String id = UUID.randomUUID().toString();
  private final long openedNanos = System.nanoTime();
  private final ClientSocket socket;
  private final Outbox outbox;
  private final MessageBudget messages;
  private final Set<String> followed = new HashSet<>();
  private @Nullable SignedIn signedIn;
  private boolean followsAll;
  private Instant firstGrantEnds = Instant.MAX;
  private volatile long heardNanos = openedNanos;

  LiveSession(ClientSocket socket, Outbox outbox, LiveProperties bounds) {
    this.socket = socket;
    this.outbox = outbox;
    this.messages = new MessageBudget(bounds.maxMessages());
  }

  String id() {
    return id;
  }

  ClientSocket socket() {
    return socket;
  }

  Outbox outbox() {
    return outbox;
  }

  /** Puts this frame at the end of the lane that goes first, and sends what can be sent. */
  void tell(Frame frame) {
    outbox.add(frame);
    outbox.flush();
  }

  /** Counts a message of the client; returns whether it has not sent too many. */
  boolean mayBeHeard() {
    heard();
    return messages.take();
  }

  /** The client has given a sign of life. */
  void heard() {
    heardNanos = System.nanoTime();
  }

  long silentNanos(long nowNanos) {
    return nowNanos - heardNanos;
  }

  long openNanos(long nowNanos) {
    return nowNanos - openedNanos;
  }

  void signIn(SignedIn who) {
    signedIn = who;
  }

  /** Who it is, or null before it has said so. */
  @Nullable SignedIn signedIn() {
    return signedIn;
  }

  /** Whether this user is at the other end. */
  boolean isOf(String username) {
    SignedIn who = signedIn;
    return who != null && who.person().username().equals(username);
  }

  @Nullable Person person() {
    SignedIn who = signedIn;
    return who == null ? null : who.person();
  }

  Set<String> followed() {
    return followed;
  }

  /** Whether it follows everybody whom it may see, those to come included. */
  boolean followsAll() {
    return followsAll;
  }

  void followAll() {
    followsAll = true;
  }

  /** When the first of the rights by which it follows ends by itself. */
  Instant firstGrantEnds() {
    return firstGrantEnds;
  }

  void firstGrantEnds(Instant end) {
    firstGrantEnds = end;
  }
}
