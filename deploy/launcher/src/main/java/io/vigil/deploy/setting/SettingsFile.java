package io.vigil.deploy.setting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.folder.FolderUnusable;
import io.vigil.deploy.folder.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings of the run that lasts, kept in its state folder as {@code VARIABLE=value} lines. */
public record SettingsFile(StateFolder home) {
  public void write(Settings settings) {
    String text =
        settings.variables().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      Files.writeString(file(), text, UTF_8);
    } catch (IOException e) {
      throw new FolderUnusable(file(), e);
    }
  }

  /** The settings of the run that lasts; those given if none was written. */
  public Settings read(Settings otherwise) {
    if (!Files.exists(file())) {
      return otherwise;
    }
    try {
      Map<String, String> variables = new TreeMap<>();
      for (String line : Files.readAllLines(file(), UTF_8)) {
        String[] halves = line.split("=", 2);
        variables.put(halves[0], halves.length == 2 ? halves[1] : "");
      }
      return Settings.from(variables, home.root());
    } catch (IOException e) {
      throw new FolderUnusable(file(), e);
    }
  }

  private Path file() {
    return home.run("settings");
  }
}
