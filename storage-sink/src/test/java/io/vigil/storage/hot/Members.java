package io.vigil.storage.hot;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Real Hazelcast members of one cluster, of its own name and on loopback. */
final class Members implements AutoCloseable {
  private final String cluster = "test-" + UUID.randomUUID();
  private final List<String> addresses = new ArrayList<>();
  private final List<HazelcastInstance> started = new ArrayList<>();

  /** Starts one more member and joins it to those that run. */
  HazelcastInstance start() {
    int port = freePort();
    addresses.add("127.0.0.1:" + port);
    HazelcastInstance member =
        Hazelcast.newHazelcastInstance(
            MemberConfig.of(new HazelcastProperties(cluster, "127.0.0.1", port, addresses)));
    started.add(member);
    return member;
  }

  @Override
  public void close() {
    started.forEach(member -> member.getLifecycleService().terminate());
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
