/** The alarm that hot window or history lacked readings that the log has. */
@NullMarked
package io.vigil.alert.storage;

import org.jspecify.annotations.NullMarked;
