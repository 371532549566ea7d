package io.vigil.deploy.rehearsal.scenario;

import java.util.List;

/**
 * One request of a device.
 *
 * @param atSecond when it is sent, since the scenario began
 * @param readings in the order in which they are sent
 */
public record Push(int atSecond, List<Sample> readings) {
  public Push {
    readings = List.copyOf(readings);
  }

  /**
   * One heart rate.
   *
   * @param second of its event time, since the scenario began
   * @param value in beats a minute
   */
  public record Sample(int second, int value) {}
}
