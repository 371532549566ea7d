package io.vigil.ingest.limit;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What memory and file descriptors allow, where that is less than a setting: it is better to refuse
 * by name than to run out of either.
 */
public final class MachineLimits {
  private static final long SHARE_OF_HEAP = 8;
  private static final long BYTES_A_REQUEST = 16 * 1024;

  /** For the log's connections, the registry's, management's and jars that are opened late. */
  private static final long SPARE_DESCRIPTORS = 64;

  private MachineLimits() {}

  /** So many bytes, or an eighth of the heap. */
  public static long bytes(long wanted) {
    return Math.min(wanted, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /** So many requests in flight, or as many as the heap can hold beside the rest. */
  public static int requests(int wanted) {
    return (int) Math.min(wanted, Runtime.getRuntime().maxMemory() / BYTES_A_REQUEST);
  }

  /** So many connections, or as many as there are file descriptors left, with some to spare. */
  public static int connections(int wanted) {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      long left = unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount();
      return (int) Math.max(1, Math.min(wanted, left - SPARE_DESCRIPTORS));
    }
    return wanted;
  }
}
