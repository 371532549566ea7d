package io.vigil.deploy.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaHomesTest {
  private static final JavaHome CURRENT_25 = new JavaHome(Path.of("/opt/25"), 25);

  @TempDir Path root;

  @Test
  void takesTheCurrentOneWhenItIsA17() {
    JavaHome current = new JavaHome(Path.of("/opt/17"), 17);

    assertThat(new JavaHomes(current, Map.of(), root).forCassandra()).isEqualTo(current);
  }

  @Test
  void takesTheOneThatTheVariableNamesBeforeAllOthers() throws IOException {
    install("usr/lib/jvm/a", "17.0.1");
    install("mine", "17.0.15");

    JavaHomes homes =
        new JavaHomes(
            CURRENT_25, Map.of(JavaHomes.VARIABLE, root.resolve("mine").toString()), root);

    assertThat(homes.forCassandra()).isEqualTo(new JavaHome(root.resolve("mine"), 17));
  }

  @Test
  void findsOneWhereDebianPutsIt() throws IOException {
    install("usr/lib/jvm/java-11", "11.0.2");
    install("usr/lib/jvm/java-17", "17.0.15");
    install("usr/lib/jvm/java-21", "21.0.1");

    assertThat(new JavaHomes(CURRENT_25, Map.of(), root).forCassandra().path())
        .isEqualTo(root.resolve("usr/lib/jvm/java-17"));
  }

  @Test
  void findsOneOfSdkman() throws IOException {
    install("home/.sdkman/candidates/java/17.0.9-tem", "17.0.9");
    Map<String, String> environment = Map.of("HOME", root.resolve("home").toString());

    assertThat(new JavaHomes(CURRENT_25, environment, root).forCassandra().path())
        .isEqualTo(root.resolve("home/.sdkman/candidates/java/17.0.9-tem"));
  }

  @Test
  void findsOneWhereMacOsPutsIt() throws IOException {
    install("Library/Java/JavaVirtualMachines/t.jdk/Contents/Home", "17");

    assertThat(new JavaHomes(CURRENT_25, Map.of(), root).forCassandra().path())
        .isEqualTo(root.resolve("Library/Java/JavaVirtualMachines/t.jdk/Contents/Home"));
  }

  @Test
  void passesOverFoldersThatHoldNoJdkOrDoNotTellItsVersion() throws IOException {
    Files.createDirectories(root.resolve("usr/lib/jvm/a-empty"));
    install("usr/lib/jvm/b-mute", "");
    install("usr/lib/jvm/c", "17.0.15");
    Map<String, String> environment = Map.of("JAVA_HOME", root.resolve("nowhere").toString());

    assertThat(new JavaHomes(CURRENT_25, environment, root).forCassandra().path())
        .isEqualTo(root.resolve("usr/lib/jvm/c"));
  }

  @Test
  void saysWhatToInstallWhenThereIsNone() throws IOException {
    install("usr/lib/jvm/java-21", "21.0.1");

    assertThatThrownBy(() -> new JavaHomes(CURRENT_25, Map.of(), root).forCassandra())
        .isInstanceOf(NoSuitableJava.class)
        .hasMessageContaining("this is Java 25 (/opt/25)")
        .hasMessageContaining("apt-get install openjdk-17-jdk-headless")
        .hasMessageContaining("VIGIL_JAVA17_HOME");
  }

  private void install(String folder, String version) throws IOException {
    Path home = root.resolve(folder);
    Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.createFile(java);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }
}
