package io.vigil.storage.hot;

import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.spi.properties.ClusterProperty;
import io.vigil.schema.block.HotWindow;

/** How the Hazelcast member is set up. */
final class MemberConfig {
  private static final String ANY_ADDRESS = "0.0.0.0";

  private MemberConfig() {}

  static Config of(HazelcastProperties properties) {
    Config config = new Config().setClusterName(properties.cluster());
    config.getJetConfig().setEnabled(false);
    config.getIntegrityCheckerConfig().setEnabled(false);
    network(config.getNetworkConfig(), properties);
    config
        .getSerializationConfig()
        .getCompactSerializationConfig()
        .addSerializer(new AppendReadings.Serializer())
        .addClass(Appended.class);
    config.addMapConfig(
        new MapConfig(HotWindow.MAP)
            .setBackupCount(1)
            .setInMemoryFormat(InMemoryFormat.BINARY)
            .setStatisticsEnabled(true));
    config
        .setProperty(ClusterProperty.LOGGING_TYPE.getName(), "slf4j")
        .setProperty(ClusterProperty.PHONE_HOME_ENABLED.getName(), "false")
        .setProperty(ClusterProperty.SHUTDOWNHOOK_ENABLED.getName(), "false")
        .setProperty("hazelcast.socket.bind.any", "false");
    return withinTenSeconds(config);
  }

  private static void network(NetworkConfig network, HazelcastProperties properties) {
    network.setPort(properties.port()).setPortAutoIncrement(false);
    if (!properties.bind().equals(ANY_ADDRESS)) {
      network.getInterfaces().setEnabled(true).addInterface(properties.bind());
    }
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig()
        .setEnabled(true)
        .setConnectionTimeoutSeconds(2)
        .setMembers(properties.members());
  }

  /** By default a silent member is missed after 60 s, and a call to it waits as long. */
  private static Config withinTenSeconds(Config config) {
    return config
        .setProperty(ClusterProperty.HEARTBEAT_INTERVAL_SECONDS.getName(), "1")
        .setProperty(ClusterProperty.MAX_NO_HEARTBEAT_SECONDS.getName(), "6")
        .setProperty(ClusterProperty.OPERATION_CALL_TIMEOUT_MILLIS.getName(), "8000")
        .setProperty(ClusterProperty.WAIT_SECONDS_BEFORE_JOIN.getName(), "1")
        .setProperty(ClusterProperty.GRACEFUL_SHUTDOWN_MAX_WAIT.getName(), "10");
  }
}
