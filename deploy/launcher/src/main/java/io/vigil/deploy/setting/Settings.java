package io.vigil.deploy.setting;

import io.vigil.deploy.folder.StateFolder;
import io.vigil.deploy.port.Ports;
import io.vigil.deploy.port.VigilPort;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one run is set up.
 *
 * @param bind the address that the services listen on; the engines stay on loopback
 * @param patients simulated patients; 0 for no generator
 * @param demoPassword the password of every user, random ones if empty
 */
public record Settings(
    StateFolder home, String bind, Ports ports, int patients, Optional<String> demoPassword) {
  static final String HOME = "VIGIL_HOME";
  static final String BIND = "VIGIL_BIND";
  static final String PATIENTS = "VIGIL_PATIENTS";
  static final String DEMO_PASSWORD = "VIGIL_DEMO_PASSWORD";

  private static final String LOOPBACK = "127.0.0.1";
  private static final int USUAL_PATIENTS = 20;

  public Settings {
    if (patients < 0) {
      throw new IllegalArgumentException("The number of patients is negative: " + patients);
    }
  }

  /** As the environment says; the state folder is {@code .vigil} in the tree unless it says. */
  public static Settings from(Map<String, String> environment, Path tree) {
    String home = environment.getOrDefault(HOME, "");
    return new Settings(
        new StateFolder(home.isBlank() ? tree.resolve(".vigil") : Path.of(home)),
        said(environment, BIND).orElse(LOOPBACK),
        Ports.from(environment),
        said(environment, PATIENTS).map(Settings::count).orElse(USUAL_PATIENTS),
        said(environment, DEMO_PASSWORD));
  }

  public Settings withPatients(int number) {
    return new Settings(home, bind, ports, number, demoPassword);
  }

  /** The address at which the services are found from this machine. */
  public String host() {
    return bind.equals("0.0.0.0") || bind.equals("::") ? LOOPBACK : bind;
  }

  public String gatewayUrl() {
    return "http://" + host() + ":" + ports.of(VigilPort.GATEWAY);
  }

  public String ingestUrl() {
    return "http://" + host() + ":" + ports.of(VigilPort.INGEST);
  }

  public String alertUrl() {
    return "http://" + host() + ":" + ports.of(VigilPort.ALERT);
  }

  public String kafka() {
    return LOOPBACK + ":" + ports.of(VigilPort.KAFKA);
  }

  public String cassandra() {
    return LOOPBACK + ":" + ports.of(VigilPort.CASSANDRA);
  }

  /** The environment that says the same again, without the password. */
  public Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>(ports.variables());
    variables.put(HOME, home.root().toString());
    variables.put(BIND, bind);
    variables.put(PATIENTS, Integer.toString(patients));
    return variables;
  }

  private static Optional<String> said(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }

  private static int count(String text) {
    try {
      return Integer.parseInt(text.trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(PATIENTS + " is not a number: " + text, e);
    }
  }
}
