package io.vigil.deploy.engine;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.health.Probe;
import io.vigil.deploy.health.WireProbe;
import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.process.ChildCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One Cassandra node that is a cluster by itself; its JDK must be a 17. */
public record CassandraNode(StateFolder home, EnginePorts ports, SourceTree tree, JavaHome java)
    implements EngineNode {
  /** The part's name, of its data, log and mark as well. */
  public static final String NAME = "cassandra";

  @Override
  public ChildCommand prepare() {
    Path folder = home.data(NAME);
    Path settings = folder.resolve("cassandra.yaml");
    Path logging = folder.resolve("logback.xml");
    EngineFile.write(settings, settings(folder));
    EngineFile.write(logging, LOGGING);
    return new ChildCommand(
        NAME,
        java.path(),
        options(folder, settings, logging),
        tree.engineJars("cassandra"),
        "org.apache.cassandra.service.CassandraDaemon",
        List.of(),
        Map.of());
  }

  @Override
  public Probe probe() {
    return WireProbe.cassandra(ports.clientSocket());
  }

  private static List<String> options(Path folder, Path settings, Path logging) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xms192m",
                "-Xmx512m",
                "-Xss512k",
                "-XX:MaxDirectMemorySize=128m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+PerfDisableSharedMem",
                "-Djava.net.preferIPv4Stack=true",
                "-Djdk.attach.allowAttachSelf=true",
                "-Dcassandra-foreground=yes",
                "-Dcassandra.storagedir=" + folder,
                // Where it looks for triggers, of which there are none.
                "-Dcassandra.triggers_dir=" + folder,
                "-Dcassandra.config=" + settings.toUri(),
                "-Dlogback.configurationFile=" + logging,
                // Nobody to wait for: the node is the whole cluster.
                "-Dcassandra.skip_wait_for_gossip_to_settle=0",
                "-Dcassandra.ring_delay_ms=100",
                "-Dcassandra.shutdown_announce_in_ms=0",
                "-Dcassandra.disable_tcactive_openssl=true",
                "-Dio.netty.tryReflectionSetAccessible=true",
                "-Dio.netty.allocator.useCacheForAllThreads=true",
                "-Dio.netty.allocator.maxOrder=11"));
    opened("--add-exports", EXPORTED).forEach(options::add);
    opened("--add-opens", OPENED).forEach(options::add);
    return options;
  }

  private static Stream<String> opened(String option, List<String> packages) {
    return packages.stream().map(name -> option + "=" + name + "=ALL-UNNAMED");
  }

  private String settings(Path folder) {
    return """
    # Written by the launcher at each start.
    cluster_name: vigil
    partitioner: org.apache.cassandra.dht.Murmur3Partitioner
    num_tokens: 1
    endpoint_snitch: SimpleSnitch
    seed_provider:
      - class_name: org.apache.cassandra.locator.SimpleSeedProvider
        parameters:
          - seeds: "127.0.0.1:%2$d"
    listen_address: 127.0.0.1
    rpc_address: 127.0.0.1
    native_transport_port: %1$d
    storage_port: %2$d
    storage_compatibility_mode: NONE

    data_file_directories: ["%3$s/data"]
    commitlog_directory: "%3$s/commitlog"
    saved_caches_directory: "%3$s/saved_caches"
    hints_directory: "%3$s/hints"
    cdc_raw_directory: "%3$s/cdc_raw"

    # What was acknowledged survives kill -9 (the log is mapped memory, which the kernel keeps);
    # a loss of power may cost the last second, which the sink's replay from Kafka covers only
    # as far as its offsets had not reached the disk either.
    commitlog_sync: periodic
    commitlog_sync_period: 1000ms
    commitlog_total_space: 256MiB
    # On a full disk it dies and is started again until there is room, rather than limp.
    disk_failure_policy: die
    commit_failure_policy: die

    # Sized for one machine that it shares with everything else.
    concurrent_reads: 8
    concurrent_writes: 16
    concurrent_counter_writes: 2
    concurrent_materialized_view_writes: 2
    concurrent_compactors: 1
    native_transport_max_threads: 16
    memtable_heap_space: 96MiB
    memtable_offheap_space: 32MiB
    file_cache_size: 32MiB
    networking_cache_size: 16MiB
    key_cache_size: 8MiB
    counter_cache_size: 0MiB
    hinted_handoff_enabled: false
    auto_snapshot: false
    """
        .formatted(ports.client(), ports.internal(), folder);
  }

  private static final String LOGGING =
      """
      <configuration>
        <shutdownHook class="ch.qos.logback.core.hook.DefaultShutdownHook"/>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder>
            <pattern>%date{ISO8601} %-5level %logger{0}: %msg%n</pattern>
          </encoder>
        </appender>
        <logger name="org.apache.cassandra" level="WARN"/>
        <logger name="org.apache.cassandra.service.CassandraDaemon" level="WARN"/>
        <logger name="org.apache.cassandra.service.StorageService" level="INFO"/>
        <root level="WARN">
          <appender-ref ref="out"/>
        </root>
      </configuration>
      """;

  /** What Cassandra 5.0 asks of a JDK 17, as in its own conf/jvm17-server.options. */
  private static final List<String> EXPORTED =
      List.of(
          "java.base/jdk.internal.misc",
          "java.base/java.lang.ref",
          "java.management.rmi/com.sun.jmx.remote.internal.rmi",
          "java.rmi/sun.rmi.registry",
          "java.rmi/sun.rmi.server",
          "java.sql/java.sql",
          "jdk.attach/sun.tools.attach",
          "jdk.compiler/com.sun.tools.javac.file",
          "jdk.unsupported/sun.misc");

  private static final List<String> OPENED =
      List.of(
          "java.base/java.io",
          "java.base/java.lang",
          "java.base/java.lang.module",
          "java.base/java.lang.reflect",
          "java.base/java.util",
          "java.base/jdk.internal.loader",
          "java.base/jdk.internal.math",
          "java.base/jdk.internal.module",
          "java.base/jdk.internal.ref",
          "java.base/jdk.internal.reflect",
          "java.base/jdk.internal.util.jar",
          "java.base/sun.nio.ch",
          "jdk.compiler/com.sun.tools.javac",
          "jdk.management/com.sun.management.internal");
}
