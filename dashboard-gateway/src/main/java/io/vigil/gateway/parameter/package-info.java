/** How parameters of requests are read, the same on every call. */
@NullMarked
package io.vigil.gateway.parameter;

import org.jspecify.annotations.NullMarked;
