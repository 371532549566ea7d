/**
 * Readings of one vital of one patient as compressed blocks, in the same encoding in the hot
 * window, in the history and on the wire to the browser.
 */
@NullMarked
package io.vigil.schema.block;

import org.jspecify.annotations.NullMarked;
