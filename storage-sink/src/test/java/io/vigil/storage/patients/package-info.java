/** Tests of what priorities mean to the hot window. */
@NullMarked
package io.vigil.storage.patients;

import org.jspecify.annotations.NullMarked;
