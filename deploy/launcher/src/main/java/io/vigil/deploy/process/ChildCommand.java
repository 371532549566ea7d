package io.vigil.deploy.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What it takes to start one Java child.
 *
 * @param name of the part; its log and its mark are named after it
 * @param java the JDK or JRE to run it with, the folder that holds {@code bin/java}
 * @param options of the JVM
 * @param environment added to the launcher's own
 */
public record ChildCommand(
    String name,
    Path java,
    List<String> options,
    List<Path> classPath,
    String mainClass,
    List<String> arguments,
    Map<String, String> environment) {
  public ChildCommand {
    options = List.copyOf(options);
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}
