/** Tests of what live sessions are told. */
@NullMarked
package io.vigil.gateway.live;

import org.jspecify.annotations.NullMarked;
