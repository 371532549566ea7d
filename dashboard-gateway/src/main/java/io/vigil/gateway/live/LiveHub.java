package io.vigil.gateway.live;

import io.vigil.gateway.access.Access;
import io.vigil.gateway.audit.Audit;
import io.vigil.gateway.signin.Person;
import io.vigil.gateway.signin.SignedIn;
import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.Tail;
import io.vigil.gateway.tail.TailListener;
import io.vigil.schema.registry.RegistryListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where all sessions meet what the log brings. Every method that is called from outside only leaves
 * word for the hub's own thread, which owns all of the state, so that nothing in here is locked.
 */
@Component
class LiveHub implements TailListener, RegistryListener {
  private static final Duration LOOK_AFTER_EVERY = Duration.ofMillis(500);
  private static final String PATIENT = "patient";
  private static final String GRANT = "grant";
  private static final Set<String> OF_USERS = Set.of(GRANT, "follow");

  private final Set<LiveSession> sessions = new LinkedHashSet<>();
  private final HubThread thread;
  private final Frames frames;
  private final Tail tail;
  private final LiveProperties properties;
  private final LiveMetrics metrics;
  private final InstantSource clock;
  private final Following following;
  private final Distribution distribution;

  LiveHub(
      HubThread thread,
      Access access,
      Audit audit,
      Frames frames,
      Tail tail,
      LiveProperties properties,
      LiveMetrics metrics,
      InstantSource clock) {
    this.thread = thread;
    this.frames = frames;
    this.tail = tail;
    this.properties = properties;
    this.metrics = metrics;
    this.clock = clock;
    Interest interest = new Interest();
    Recent recent = new Recent(properties.maxRecentReadings(), properties.maxRecentAlerts());
    Resuming resuming = new Resuming(recent, frames, properties.maxResumedReadings());
    this.following = new Following(access, audit, frames, interest, resuming);
    this.distribution = new Distribution(sessions, interest, frames, recent, metrics, clock);
    thread.every(properties.tick(), distribution::tick);
    thread.every(properties.heartbeat(), this::beat);
    thread.every(LOOK_AFTER_EVERY, this::lookAfterAll);
  }

  /** A client has connected; {@code who} is null if it has not said yet who it is. */
  void open(LiveSession session, @Nullable SignedIn who) {
    thread.run(
        () -> {
          if (sessions.size() >= properties.maxSessions()) {
            end(session, CloseReason.TOO_MANY_SESSIONS);
            return;
          }
          sessions.add(session);
          metrics.sessions(sessions.size());
          if (who != null) {
            welcome(session, who);
          }
        });
  }

  /** A client has said who it is, and proved it. */
  void signedIn(LiveSession session, SignedIn who) {
    thread.run(() -> welcome(session, who));
  }

  private void welcome(LiveSession session, SignedIn who) {
    session.signIn(who);
    session.tell(frames.welcome(session.id(), properties.heartbeat()));
    frames.concerningAll(distribution.position()).forEach(session::tell);
  }

  void follow(LiveSession session, ClientMessage.Follow wish) {
    whenSignedIn(
        session,
        (person, now) -> following.follow(session, person, wish, distribution.position(), now));
  }

  void unfollow(LiveSession session, ClientMessage.Unfollow wish) {
    whenSignedIn(session, (person, now) -> following.unfollow(session, wish.patients()));
  }

  private void whenSignedIn(LiveSession session, BiConsumer<Person, Instant> task) {
    thread.run(
        () -> {
          Person person = session.person();
          if (person == null) {
            session.tell(frames.error("unauthenticated", "Say hello with a token first"));
          } else if (sessions.contains(session)) {
            task.accept(person, clock.instant());
          }
        });
  }

  /** A client has said something that is no message. */
  void refuse(LiveSession session, String code, String detail) {
    thread.run(() -> session.tell(frames.error(code, detail)));
  }

  /** Ends a session for this reason. */
  void close(LiveSession session, CloseReason reason) {
    thread.run(() -> end(session, reason));
  }

  /** A client has gone. */
  void gone(LiveSession session) {
    thread.run(
        () -> {
          if (forget(session)) {
            metrics.closed("client");
          }
        });
  }

  /** Ends all sessions, since this instance stops. */
  void closeAll() {
    thread.run(() -> List.copyOf(sessions).forEach(s -> end(s, CloseReason.RESTART)));
  }

  private void end(LiveSession session, CloseReason reason) {
    forget(session);
    metrics.closed(reason.code());
    session.socket().close(reason);
  }

  private boolean forget(LiveSession session) {
    following.forget(session);
    boolean known = sessions.remove(session);
    metrics.sessions(sessions.size());
    return known;
  }

  @Override
  public void took(Batch batch) {
    thread.runWhenThereIsRoom(() -> distribution.take(batch));
  }

  /** Keys are {@code kind/id}, and {@code grant} and {@code follow} with patient and user. */
  @Override
  public void changed(String key) {
    String[] parts = key.split("/", -1);
    if (parts.length == 2 && parts[0].equals(PATIENT)) {
      thread.run(() -> sessions.forEach(session -> recheck(session, parts[1])));
    } else if (parts.length == 3 && OF_USERS.contains(parts[0])) {
      thread.run(
          () -> {
            sessions.stream()
                .filter(session -> session.isOf(parts[2]))
                .forEach(session -> recheck(session, parts[1]));
            if (parts[0].equals(GRANT)) {
              following.announceGlass(parts[1], parts[2], clock.instant());
            }
          });
    }
  }

  private void recheck(LiveSession session, String patient) {
    Person person = session.person();
    if (person != null) {
      following.recheck(session, person, patient, distribution.position(), clock.instant());
    }
  }

  private void beat() {
    long watermark = tail.watermarkMs();
    long lag = clock.millis() - watermark;
    for (LiveSession session : sessions) {
      session.socket().ping();
      if (session.signedIn() != null) {
        session.outbox().heartbeat(distribution.position(), watermark, lag);
        session.outbox().flush();
      }
    }
  }

  private void lookAfterAll() {
    long nanos = System.nanoTime();
    Instant now = clock.instant();
    for (LiveSession session : List.copyOf(sessions)) {
      CloseReason reason = reasonToEnd(session, nanos, now);
      Person person = session.person();
      if (reason != null) {
        end(session, reason);
      } else if (person != null && !now.isBefore(session.firstGrantEnds())) {
        following.recheck(session, person, now);
      }
    }
  }

  private @Nullable CloseReason reasonToEnd(LiveSession session, long nanos, Instant now) {
    SignedIn who = session.signedIn();
    if (who == null) {
      boolean late = session.openNanos(nanos) > properties.helloWithin().toNanos();
      return late ? CloseReason.HELLO_MISSING : null;
    }
    if (!now.isBefore(who.until())) {
      return CloseReason.TOKEN_EXPIRED;
    }
    if (session.outbox().isStuck(nanos) || session.outbox().isOverfull()) {
      return CloseReason.SLOW_CLIENT;
    }
    return session.silentNanos(nanos) > properties.silentFor().toNanos()
        ? CloseReason.SILENT
        : null;
  }
}
