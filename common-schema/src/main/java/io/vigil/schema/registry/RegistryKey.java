package io.vigil.schema.registry;

import java.util.regex.Pattern;

/** Keys of the topic vitals.registry, and the ids that they are made of. */
public final class RegistryKey {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** The most characters of a group's key; names of wards are shorter. */
  private static final int GROUP = 256;

  private RegistryKey() {}

  /** Whether this can be the id of a patient, a device or a user: 1 to 64 of A–Z a–z 0–9 . _ - */
  public static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /**
   * Whether this names what patients can have in common, a device or a ward by its key; it is never
   * the id of a patient.
   */
  public static boolean isGroup(String key) {
    return key.length() <= GROUP && (key.startsWith("device/") || key.startsWith("ward/"));
  }

  public static String patient(String id) {
    return "patient/" + id;
  }

  public static String device(String id) {
    return "device/" + id;
  }

  public static String grant(String patient, String user) {
    return "grant/" + patient + "/" + user;
  }

  public static String follow(String patient, String user) {
    return "follow/" + patient + "/" + user;
  }

  public static String ward(String name) {
    return "ward/" + name;
  }
}
