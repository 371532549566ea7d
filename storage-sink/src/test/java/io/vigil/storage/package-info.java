/** Tests of the service as a whole, and of the rules that its shape follows. */
@NullMarked
package io.vigil.storage;

import org.jspecify.annotations.NullMarked;
