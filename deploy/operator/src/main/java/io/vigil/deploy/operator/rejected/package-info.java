/**
 * Records that consumers could not process, as they lie in vitals.rejected: listed, shown, and
 * replayed to where they came from. A replay is written to vitals.audit, which is also how a second
 * one by accident is prevented.
 */
@NullMarked
package io.vigil.deploy.operator.rejected;

import org.jspecify.annotations.NullMarked;
