package io.vigil.deploy.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnableJarTest {
  @TempDir Path folder;

  @Test
  void isReadFromItsManifest() throws IOException {
    Path jar =
        jar(
            Map.of(
                "Main-Class", "io.vigil.Main",
                "Add-Exports", "java.base/jdk.internal.ref",
                "Add-Opens", "java.base/java.lang java.base/sun.nio.ch"));

    assertThat(RunnableJar.of(jar).mainClass()).isEqualTo("io.vigil.Main");
    assertThat(RunnableJar.of(jar).opened())
        .containsExactly(
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
  }

  @Test
  void needsNothingOpened() throws IOException {
    assertThat(RunnableJar.of(jar(Map.of("Main-Class", "io.vigil.Main"))).opened()).isEmpty();
  }

  @Test
  void isRefusedWithoutAMainClass() throws IOException {
    Path jar = jar(Map.of());

    assertThatThrownBy(() -> RunnableJar.of(jar)).hasMessageContaining("it has no main class");
  }

  private Path jar(Map<String, String> attributes) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    Path jar = folder.resolve("service.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    }
    return jar;
  }
}
