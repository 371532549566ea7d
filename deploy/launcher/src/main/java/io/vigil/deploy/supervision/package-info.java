/**
 * Keeps the parts running: starts each when what it needs is there, starts one that dies again, and
 * stops all in order. A part is watched by a thread of its own, whose code reads as the part's
 * life.
 */
@NullMarked
package io.vigil.deploy.supervision;

import org.jspecify.annotations.NullMarked;
