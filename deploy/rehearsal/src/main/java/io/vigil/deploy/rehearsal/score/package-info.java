/** Compares what was heard with what had to come: missed, doubled, false, late. Pure. */
@NullMarked
package io.vigil.deploy.rehearsal.score;

import org.jspecify.annotations.NullMarked;
