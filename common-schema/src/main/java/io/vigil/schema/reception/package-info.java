/** How well vitals are received, as it lies in the topic vitals.reception. */
@NullMarked
package io.vigil.schema.reception;

import org.jspecify.annotations.NullMarked;
