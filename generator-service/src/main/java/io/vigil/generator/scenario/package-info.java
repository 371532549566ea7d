/**
 * What is made to happen to simulated patients for a while, by REST: to a heart, to a sensor, to a
 * device and to its link. Scenarios live in memory; a restart ends them.
 */
@NullMarked
package io.vigil.generator.scenario;

import org.jspecify.annotations.NullMarked;
