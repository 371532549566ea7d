/** Tests of the backlog and of what is expected of it. */
@NullMarked
package io.vigil.bench.alerts;

import org.jspecify.annotations.NullMarked;
