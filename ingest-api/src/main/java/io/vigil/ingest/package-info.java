/**
 * Takes readings from devices and puts them into the log: authenticates the device, validates,
 * publishes, answers. Keeps nothing that a restart would miss.
 */
@NullMarked
package io.vigil.ingest;

import org.jspecify.annotations.NullMarked;
