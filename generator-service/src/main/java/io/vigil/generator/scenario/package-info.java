/**
 * What is made to happen to a simulated patient for a while, by REST: a fast heart, a slow one, or
 * a device that falls silent. Scenarios live in memory; a restart ends them.
 */
@NullMarked
package io.vigil.generator.scenario;

import org.jspecify.annotations.NullMarked;
