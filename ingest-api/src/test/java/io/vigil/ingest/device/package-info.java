/** Tests of devices and their tokens. */
@NullMarked
package io.vigil.ingest.device;

import org.jspecify.annotations.NullMarked;
