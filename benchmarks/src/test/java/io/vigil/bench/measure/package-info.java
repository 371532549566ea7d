/** Tests of how is measured. */
@NullMarked
package io.vigil.bench.measure;

import org.jspecify.annotations.NullMarked;
