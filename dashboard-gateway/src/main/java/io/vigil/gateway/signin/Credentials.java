package io.vigil.gateway.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody signs in with. */
record Credentials(@NotNull String username, @NotNull @Size(max = 1024) String password) {
  /** Never shows the password. */
  @Override
  public String toString() {
    return "credentials";
  }
}
