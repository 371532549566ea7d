/** What lies in the log: its records, decoded and gathered into the fragments of a range. */
@NullMarked
package io.vigil.storage.record;

import org.jspecify.annotations.NullMarked;
