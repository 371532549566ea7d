package io.vigil.deploy.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir Path folder;

  @Test
  void isFoundFromAnyFolderInside() throws IOException {
    Files.createFile(folder.resolve("mvnw"));
    Path inside = Files.createDirectories(folder.resolve("deploy/launcher"));

    assertThat(SourceTree.around(inside).root()).isEqualTo(folder);
  }

  @Test
  void saysHowToBuildAnEngineThatIsMissing() {
    assertThatThrownBy(() -> new SourceTree(folder).engineJars("kafka"))
        .hasMessageContaining("./mvnw -pl deploy/kafka package");
  }
}
