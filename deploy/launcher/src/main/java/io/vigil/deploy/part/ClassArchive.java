package io.vigil.deploy.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.folder.FolderUnusable;
import io.vigil.deploy.jdk.JavaHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The classes that a service loads at its start, in the form in which the JVM maps them instead of
 * parsing and verifying them anew (class-data sharing, JEP 350). It lies beside the service's jar.
 * The JVM takes it only for the same Java and a class path that begins with the same jar, and
 * starts without it otherwise.
 */
record ClassArchive(RunnableJar jar, JavaHome java) {
  /** What the JVM has to be told; nothing while the archive is not made. */
  List<String> options() {
    return isMade() ? List.of("-XX:SharedArchiveFile=" + file()) : List.of();
  }

  boolean isMade() {
    return Files.exists(file());
  }

  /**
   * Starts the service up to the moment before it would begin to work, and records what it loaded.
   *
   * @param options of its JVM, as it will run
   * @param environment of a run that reaches nobody
   * @throws IllegalStateException if it does not start, with the last that it said
   */
  void make(List<String> options, Map<String, String> environment) {
    Path fresh = file().resolveSibling(file().getFileName() + ".fresh");
    List<String> words = new ArrayList<>();
    words.add(java.executable().toString());
    words.addAll(options);
    words.add("-XX:ArchiveClassesAtExit=" + fresh);
    words.add("-Xlog:cds=off,cds+dynamic=off");
    words.add("-Dspring.context.exit=onRefresh");
    words.addAll(List.of("-cp", jar.path().toString(), jar.mainClass()));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process start = builder.start();
      start.getOutputStream().close();
      String said = new String(start.getInputStream().readAllBytes(), UTF_8);
      if (start.onExit().join().exitValue() != 0 || !Files.exists(fresh)) {
        throw new IllegalStateException(
            "The classes of " + jar.path().getFileName() + " are not recorded: " + end(said));
      }
      Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new FolderUnusable(fresh, e);
    }
  }

  /** Another Java could not use it. */
  private Path file() {
    return jar.path().resolveSibling("classes-" + Runtime.version() + ".jsa");
  }

  private static String end(String said) {
    List<String> lines = said.strip().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
  }
}
