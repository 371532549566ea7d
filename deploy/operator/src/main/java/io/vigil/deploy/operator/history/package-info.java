/** Readings as the gateway's history answers them, which is how everybody sees the stores. */
@NullMarked
package io.vigil.deploy.operator.history;

import org.jspecify.annotations.NullMarked;
