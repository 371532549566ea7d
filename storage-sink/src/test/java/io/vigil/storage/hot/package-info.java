/** Tests of the hot window on real Hazelcast members on loopback. */
@NullMarked
package io.vigil.storage.hot;

import org.jspecify.annotations.NullMarked;
