/**
 * Simulated bedside devices: they register themselves at the gateway and push heart rates to ingest
 * as real ones would, by REST alone.
 */
@NullMarked
package io.vigil.generator;

import org.jspecify.annotations.NullMarked;
