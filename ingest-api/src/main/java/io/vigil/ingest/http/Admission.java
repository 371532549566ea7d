package io.vigil.ingest.http;

import io.vigil.ingest.device.PushingDevice;

/** What may become of a request, as far as its head tells. */
sealed interface Admission {
  /** The body is wanted. */
  record Admitted(PushingDevice device, Head.Push head) implements Admission {}

  /** The body does not matter. */
  record Refused(Answer answer) implements Admission {}
}
