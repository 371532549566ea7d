package io.vigil.deploy.rehearsal.scenario;

import java.util.List;
import java.util.Optional;

/**
 * An emergency to rehearse.
 *
 * @param name by which it is asked for
 * @param tells what happens, in a few words
 * @param beds its patients
 * @param byGateway whether one ward gateway speaks for all of them, instead of a device at each bed
 * @param outage what is broken meanwhile
 * @param allowanceMs how long after it is due an alarm may come
 */
public record Scenario(
    String name,
    String tells,
    List<Bed> beds,
    boolean byGateway,
    Optional<Outage> outage,
    long allowanceMs) {
  public Scenario {
    beds = List.copyOf(beds);
  }

  /**
   * A part that is killed, as {@code kill -9} does; the supervisor of the run starts it again.
   *
   * @param part for example {@code alert-service}
   */
  public record Outage(String part, int atSecond) {}

  /** The same, with more time for each alarm. */
  public Scenario allowing(long moreMs) {
    return new Scenario(name, tells, beds, byGateway, outage, allowanceMs + moreMs);
  }

  /** Whether others may be played at the same time. */
  public boolean isAlone() {
    return outage.isPresent() || beds.size() > 50;
  }

  /** The second at which everything was pushed. */
  public int lastSecond() {
    return beds.stream().mapToInt(bed -> bed.script().lastSecond()).max().orElse(0);
  }
}
