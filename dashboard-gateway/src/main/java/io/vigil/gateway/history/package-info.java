/**
 * What was: readings of the past, asked of the hot window and of the history at once and merged by
 * event time. Where one of both is away the other answers, and the answer says that it may be
 * short.
 */
@NullMarked
package io.vigil.gateway.history;

import org.jspecify.annotations.NullMarked;
