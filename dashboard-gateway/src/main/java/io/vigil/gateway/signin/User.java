package io.vigil.gateway.signin;

import org.jspecify.annotations.Nullable;

/** One entry of the users file. */
record User(
    String username, String name, Role role, @Nullable String patient, String passwordHash) {

  Person person() {
    return new Person(username, name, role, patient);
  }
}
