/**
 * What readings cost to keep: blocks against Gorilla, against the entropy of recordings that their
 * codes were not tuned on, and the hot window against an entry for each reading.
 */
@NullMarked
package io.vigil.bench.storage;

import org.jspecify.annotations.NullMarked;
