package io.vigil.deploy.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words that start a child, tethered and in a session of its own where that can be had. */
final class CommandLine {
  private static final List<Path> SETSID =
      Stream.of("/usr/bin/setsid", "/bin/setsid")
          .map(Path::of)
          .filter(Files::isExecutable)
          .toList();

  private CommandLine() {}

  /**
   * A session of its own keeps the terminal's Ctrl-C away from the child, so that the launcher can
   * stop the parts in their order.
   */
  static List<String> of(ChildCommand child, Path tether) {
    List<String> words = new ArrayList<>();
    SETSID.stream().limit(1).map(Path::toString).forEach(words::add);
    words.add(child.java().resolve("bin").resolve("java").toString());
    words.add("-Dvigil.part=" + child.name());
    words.addAll(child.options());
    words.add("-cp");
    words.add(classPath(child, tether));
    words.add(Tether.class.getName());
    words.add(child.mainClass());
    words.addAll(child.arguments());
    return words;
  }

  /** The tether comes last: an archive of the child's classes is for what the path begins with. */
  private static String classPath(ChildCommand child, Path tether) {
    return Stream.concat(child.classPath().stream(), Stream.of(tether))
        .map(Path::toString)
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }
}
