package io.vigil.gateway;

import io.vigil.gateway.client.Api;

/** Patients for tests, admitted by the API as an administrator would. */
public final class Wards {
  private Wards() {}

  /** Admits this patient to ward W and grants them to these users. */
  public static void admit(Api admin, String patient, String... grantedTo) {
    admin.put(
        "/api/v1/patients/" + patient,
        "{\"name\":\"N\",\"ward\":\"W\",\"bed\":\"1\",\"priority\":\"normal\"}");
    for (String user : grantedTo) {
      admin.put("/api/v1/patients/" + patient + "/grants/" + user, "{}");
    }
  }
}
