/**
 * The way into the log: readings as records of vitals.readings, acknowledged by all in-sync
 * replicas before the device is told, and watermarks that say how far ingest has got. Nothing here
 * blocks a caller; what the log does not take within its deadline is refused.
 */
@NullMarked
package io.vigil.ingest.log;

import org.jspecify.annotations.NullMarked;
