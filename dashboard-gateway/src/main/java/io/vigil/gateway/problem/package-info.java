/**
 * What the API answers when it refuses: problem documents as of RFC 9457, each with a {@code code}
 * that programs can rely on. Nothing of a problem document tells whether a patient exists.
 */
@NullMarked
package io.vigil.gateway.problem;

import org.jspecify.annotations.NullMarked;
