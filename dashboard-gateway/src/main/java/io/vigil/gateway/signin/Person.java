package io.vigil.gateway.signin;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param username for example {@code dr-adams}
 * @param name what people call them
 * @param role decides what they may do
 * @param patient whom they are, where they are a patient
 */
public record Person(String username, String name, Role role, @Nullable String patient) {
  public Person {
    requireNonNull(username, "username");
    requireNonNull(name, "name");
    requireNonNull(role, "role");
  }

  /** Whether they administer patients, devices and grants. */
  public boolean administers() {
    return role == Role.ADMIN;
  }
}
