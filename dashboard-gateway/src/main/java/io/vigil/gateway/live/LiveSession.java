package io.vigil.gateway.live;

import io.vigil.gateway.episode.SharedAlerts;
import io.vigil.gateway.signin.Person;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.gateway.tail.AlertAt;
import io.vigil.gateway.tail.PatientReadings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
  private final List<Resumed> ahead = new ArrayList<>(0);
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

  /** These patients' news were told up to a place that this instance has not reached yet. */
  private record Resumed(Set<String> patients, Cursor place) {}

  /** It was told of these patients up to this place, by an instance that is ahead of this one. */
  void wasTold(Set<String> patients, Cursor place) {
    ahead.add(new Resumed(Set.copyOf(patients), place));
  }

  /** This place has been reached: what lies behind it is told as to everybody. */
  void reached(Cursor place) {
    ahead.removeIf(resumed -> place.hasReadAllOf(resumed.place));
  }

  boolean wasToldOf(PatientReadings record) {
    return ahead.stream()
        .filter(resumed -> resumed.patients.contains(record.patient()))
        .anyMatch(r -> r.place.readings().hasRead(record.partition(), record.offset()));
  }

  boolean wasToldOf(AlertAt at) {
    String patient = at.alert().patient();
    return ahead.stream()
        .filter(r -> r.patients.contains(patient) || SharedAlerts.isShared(patient))
        .anyMatch(resumed -> resumed.place.alerts().hasRead(at.partition(), at.offset()));
  }

  /** When the first of the rights by which it follows ends by itself. */
  Instant firstGrantEnds() {
    return firstGrantEnds;
  }

  void firstGrantEnds(Instant end) {
    firstGrantEnds = end;
  }
}
