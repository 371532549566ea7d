package io.vigil.deploy.part;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.deploy.jdk.JavaHome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
  private static final JavaHome JAVA = JavaHome.current();
  private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

  @TempDir Path folder;

  @Test
  void isNotSpokenOfBeforeItIsMade() throws IOException {
    ClassArchive archive = new ClassArchive(jar(), JAVA);

    assertThat(archive.isMade()).isFalse();
    assertThat(archive.options()).isEmpty();
  }

  @Test
  void givesTheJvmTheClassesWhateverFollowsOnTheClassPath() throws IOException {
    RunnableJar jar = jar();
    ClassArchive archive = new ClassArchive(jar, JAVA);

    archive.make(OPTIONS, Map.of());

    ProcessBuilder run =
        new ProcessBuilder(JAVA.executable().toString(), "-Xshare:on", "-Xlog:class+load");
    run.command().addAll(OPTIONS);
    run.command().addAll(archive.options());
    run.command().addAll(List.of("-cp", jar.path() + ":" + folder, jar.mainClass()));
    assertThat(output(run))
        .contains("heart beats")
        .containsPattern("GreetingService source: shared objects file \\(top\\)");
  }

  @Test
  void isNotMadeOfAStartThatFails() throws IOException {
    ClassArchive archive = new ClassArchive(jar(), JAVA);

    assertThatThrownBy(() -> archive.make(OPTIONS, Map.of(GreetingService.FAILING, "true")))
        .hasMessageContaining("service.jar")
        .hasMessageContaining("no heart");
    assertThat(archive.isMade()).isFalse();
  }

  private static String output(ProcessBuilder run) throws IOException {
    Process process = run.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private RunnableJar jar() throws IOException {
    String entry = GreetingService.class.getName().replace('.', '/') + ".class";
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    Path jar = folder.resolve("service.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream type = GreetingService.class.getResourceAsStream("/" + entry)) {
      out.putNextEntry(new JarEntry(entry));
      Objects.requireNonNull(type).transferTo(out);
    }
    return new RunnableJar(jar, GreetingService.class.getName(), List.of());
  }
}
