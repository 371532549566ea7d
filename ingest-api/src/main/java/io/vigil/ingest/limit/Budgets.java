package io.vigil.ingest.limit;

import io.github.bucket4j.TimeMeter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The budgets of the instance and of each device that has pushed. Only devices that are registered
 * get one, and it is forgotten with the device, so that their number is bounded. Safe for any
 * thread.
 */
public final class Budgets {
  private final LimitsProperties limits;
  private final TimeMeter time;
  private final Budget readings;
  private final Budget backlog;
  private final Map<String, OfDevice> byDevice = new ConcurrentHashMap<>();

  /** Budgets that are full. */
  public Budgets(LimitsProperties limits) {
    this(limits, TimeMeter.SYSTEM_NANOTIME);
  }

  /**
   * Budgets that are full.
   *
   * @param time monotonic, so that a clock that is set changes nothing
   */
  public Budgets(LimitsProperties limits, TimeMeter time) {
    this.limits = limits;
    this.time = time;
    this.readings = budget("instance_readings", false, limits.instanceReadings());
    this.backlog = budget("instance_backlog", false, limits.instanceBacklog());
  }

  /** A request of this device has come; null, and counted, if it may bring its body. */
  public @Nullable Shortage request(String device) {
    Budget requests = of(device).requests;
    Shortage shortage = requests.shortage();
    if (shortage == null) {
      requests.take(1);
    }
    return shortage;
  }

  /**
   * A device brings readings of the present and from its backlog; null, and counted, if they may
   * come in. Concurrent requests may together overdraw a budget, which all pay for afterwards.
   */
  public @Nullable Shortage readings(String device, int present, int old) {
    OfDevice own = of(device);
    Shortage shortage = shortage(own.readings, readings, present);
    if (shortage == null) {
      shortage = shortage(own.backlog, backlog, old);
    }
    if (shortage == null) {
      take(own.readings, readings, present);
      take(own.backlog, backlog, old);
    }
    return shortage;
  }

  private static @Nullable Shortage shortage(Budget ofDevice, Budget ofInstance, int amount) {
    if (amount == 0) {
      return null;
    }
    Shortage own = ofDevice.shortage();
    return own != null ? own : ofInstance.shortage();
  }

  private static void take(Budget ofDevice, Budget ofInstance, int amount) {
    if (amount > 0) {
      ofDevice.take(amount);
      ofInstance.take(amount);
    }
  }

  /** The device is there no more. */
  public void forget(String device) {
    byDevice.remove(device);
  }

  private OfDevice of(String device) {
    return byDevice.computeIfAbsent(device, id -> new OfDevice());
  }

  private Budget budget(String limit, boolean ofDevice, long perSecond) {
    return new Budget(limit, ofDevice, perSecond, limits.burst(), time);
  }

  /** What one device may still bring. */
  private final class OfDevice {
    private final Budget requests = budget("device_requests", true, limits.deviceRequests());
    private final Budget readings = budget("device_readings", true, limits.deviceReadings());
    private final Budget backlog = budget("device_backlog", true, limits.deviceBacklog());
  }
}
