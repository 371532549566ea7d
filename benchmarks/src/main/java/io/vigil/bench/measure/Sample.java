package io.vigil.bench.measure;

/**
 * What one contender did in one round.
 *
 * @param work for example readings
 * @param wallSeconds that it took
 * @param cpuSeconds that its server's process used, user and system time
 */
public record Sample(double work, double wallSeconds, double cpuSeconds) {

  /** Work per second of the wall clock. */
  public double perSecond() {
    return work / wallSeconds;
  }

  /** Work per second of processor time. */
  public double perCpuSecond() {
    return work / cpuSeconds;
  }
}
