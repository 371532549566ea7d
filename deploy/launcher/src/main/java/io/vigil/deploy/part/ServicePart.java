package io.vigil.deploy.part;

import io.vigil.deploy.folder.SourceTree;
import io.vigil.deploy.health.HttpProbe;
import io.vigil.deploy.jdk.JavaHome;
import io.vigil.deploy.port.VigilPort;
import io.vigil.deploy.process.ChildCommand;
import io.vigil.deploy.setting.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One of our services.
 *
 * @param heap the largest its heap may grow, in megabytes
 */
record ServicePart(
    String name, VigilPort management, int heap, Settings settings, SourceTree tree, JavaHome java)
    implements Part {
  /** Whoever starts a service before Kafka lets it burn processor time on retries. */
  @Override
  public Optional<String> after() {
    return Optional.of("kafka");
  }

  @Override
  public ChildCommand prepare() {
    RunnableJar jar = jar();
    List<String> options = options(jar);
    options.addAll(new ClassArchive(jar, java).options());
    return new ChildCommand(
        name, java.path(), options, List.of(jar.path()), jar.mainClass(), List.of(), variables());
  }

  /** Has it start quicker from now on; takes as long as a start. Does nothing the second time. */
  void archiveClasses() {
    RunnableJar jar = jar();
    ClassArchive archive = new ClassArchive(jar, java);
    if (!archive.isMade()) {
      archive.make(options(jar), variables());
    }
  }

  private RunnableJar jar() {
    Path packed = tree.serviceJar(name);
    if (!Files.exists(packed)) {
      throw new IllegalStateException(packed + " is missing; build it with: ./mvnw package");
    }
    return new UnpackedJars(tree.unpacked(), java).of(packed);
  }

  private List<String> options(RunnableJar jar) {
    List<String> options = new ArrayList<>(jar.opened());
    options.add("-Xmx" + heap + "m");
    options.add("-XX:+UseSerialGC");
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-XX:+PerfDisableSharedMem");
    // On a machine that everything starts on at once, compiling waits until a method is worth it.
    options.add("-XX:CompileThresholdScaling=4");
    return options;
  }

  @Override
  public HttpProbe probe() {
    return new HttpProbe(settings.host(), settings.ports().of(management));
  }

  @Override
  public String health() {
    return probe().status().orElse("no answer");
  }

  private Map<String, String> variables() {
    Path home = settings.home().root();
    Map<String, String> variables = new TreeMap<>(settings.variables());
    variables.put("VIGIL_KAFKA", settings.kafka());
    variables.put("VIGIL_CASSANDRA", settings.cassandra());
    variables.put("VIGIL_HAZELCAST", "127.0.0.1:" + settings.ports().of(VigilPort.HAZELCAST));
    variables.put("VIGIL_GATEWAY_URL", settings.gatewayUrl());
    variables.put("VIGIL_INGEST_URL", settings.ingestUrl());
    variables.put("VIGIL_ALERT_URL", settings.alertUrl());
    variables.put("VIGIL_CREDENTIALS", home.resolve("credentials.json").toString());
    variables.put("VIGIL_USERS_FILE", home.resolve("users.json").toString());
    variables.put("VIGIL_TOKEN_SECRET_FILE", home.resolve("token-secret").toString());
    return variables;
  }
}
