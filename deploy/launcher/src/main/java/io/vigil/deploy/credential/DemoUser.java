package io.vigil.deploy.credential;

import java.util.List;
import java.util.Optional;

/** Somebody who can sign in to a run on one machine. */
record DemoUser(String username, String name, String role, Optional<String> patient) {
  static final List<DemoUser> ALL =
      List.of(
          new DemoUser("admin", "Administrator", "admin", Optional.empty()),
          new DemoUser("dr-adams", "Dr. Adams", "doctor", Optional.empty()),
          new DemoUser("dr-baker", "Dr. Baker", "doctor", Optional.empty()),
          new DemoUser("p-0001", "Patient 1", "patient", Optional.of("p-0001")));
}
