/**
 * What the tests of every module share, by way of this module's test-jar: the series notation, and
 * the rules that make the architecture.
 */
@NullMarked
package io.vigil.schema;

import org.jspecify.annotations.NullMarked;
