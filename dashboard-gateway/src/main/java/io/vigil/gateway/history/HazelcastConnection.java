package io.vigil.gateway.history;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.client.config.ClientConnectionStrategyConfig.ReconnectMode;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent.LifecycleState;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The client of the cluster that holds the hot window. It looks for the cluster in the background,
 * for as long as it takes, and again whenever it has lost it.
 */
final class HazelcastConnection implements SmartLifecycle {
  private static final int FOREVER = -1;

  private final HistoryProperties properties;
  private volatile @Nullable HazelcastInstance client;
  private volatile boolean connected;
  private volatile boolean running;

  HazelcastConnection(HistoryProperties properties) {
    this.properties = properties;
  }

  /** The client, as long as the cluster can be reached. */
  Optional<HazelcastInstance> client() {
    return connected ? Optional.ofNullable(client) : Optional.empty();
  }

  @Override
  public void start() {
    running = true;
    var unused =
        CompletableFuture.runAsync(
            this::open, task -> new Thread(task, "hazelcast-client-start").start());
  }

  private void open() {
    HazelcastInstance opened = HazelcastClient.newHazelcastClient(config());
    client = opened;
    connected |= !opened.getCluster().getMembers().isEmpty();
    if (!running) {
      opened.shutdown();
    }
  }

  private ClientConfig config() {
    ClientConfig config = new ClientConfig();
    config.setClusterName(properties.hazelcastCluster());
    config
        .getNetworkConfig()
        .setAddresses(properties.hazelcastMembers())
        .setConnectionTimeout((int) properties.answerWithin().toMillis());
    config
        .getConnectionStrategyConfig()
        .setAsyncStart(true)
        .setReconnectMode(ReconnectMode.ASYNC)
        .getConnectionRetryConfig()
        .setInitialBackoffMillis(200)
        .setMaxBackoffMillis(2_000)
        .setClusterConnectTimeoutMillis(FOREVER);
    config.setProperty("hazelcast.logging.type", "slf4j");
    // A member that hangs is given up within the ten seconds, not after a minute.
    config.setProperty("hazelcast.client.heartbeat.interval", "1000");
    config.setProperty("hazelcast.client.heartbeat.timeout", "6000");
    config.setProperty("hazelcast.client.invocation.timeout.seconds", "6");
    config.addListenerConfig(
        new com.hazelcast.config.ListenerConfig(
            (com.hazelcast.core.LifecycleListener) event -> changed(event.getState())));
    return config;
  }

  private void changed(LifecycleState state) {
    if (state == LifecycleState.CLIENT_CONNECTED) {
      connected = true;
    } else if (state == LifecycleState.CLIENT_DISCONNECTED || state == LifecycleState.SHUTDOWN) {
      connected = false;
    }
  }

  @Override
  public void stop() {
    running = false;
    HazelcastInstance opened = client;
    if (opened != null) {
      opened.shutdown();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the web server has stopped, and with it the last question. */
  @Override
  public int getPhase() {
    return 0;
  }
}
