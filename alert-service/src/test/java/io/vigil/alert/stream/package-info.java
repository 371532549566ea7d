/** Tests of the running service, with a real broker in the same process. */
@NullMarked
package io.vigil.alert.stream;

import org.jspecify.annotations.NullMarked;
