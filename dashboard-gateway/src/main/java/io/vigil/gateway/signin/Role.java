package io.vigil.gateway.signin;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody is to Vigil. */
public enum Role {
  /** Administers patients, devices and grants. */
  @JsonProperty("admin")
  ADMIN,
  /** Sees and treats those patients whom a grant names. */
  @JsonProperty("doctor")
  DOCTOR,
  /** Sees their own data. */
  @JsonProperty("patient")
  PATIENT
}
