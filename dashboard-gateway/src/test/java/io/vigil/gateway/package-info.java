/** The gateway tested as a whole, with and without a real log. */
@NullMarked
package io.vigil.gateway;

import org.jspecify.annotations.NullMarked;
