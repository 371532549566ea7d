/** How long to wait before the next try of what failed. */
@NullMarked
package io.vigil.generator.retry;

import org.jspecify.annotations.NullMarked;
