package io.vigil.ingest.http;

/** The event that tells a connection to finish what is under way and close. */
enum Stopping {
  NOW
}
