/** Readings as they lie in the log, read without a group and without leaving a trace. */
@NullMarked
package io.vigil.deploy.operator.log;

import org.jspecify.annotations.NullMarked;
