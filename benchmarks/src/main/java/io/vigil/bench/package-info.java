/**
 * The figures that we claim, each measured on the running system as a client meets it and printed
 * as a ratio to its goal.
 */
@NullMarked
package io.vigil.bench;

import org.jspecify.annotations.NullMarked;
