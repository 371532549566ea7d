/**
 * What a device must not forget: readings are on disk before they are sent, until something is
 * decided of them, and what was decided is kept in a ledger for whoever draws the balance. Formats:
 * docs/formats/generator-queue.md and docs/formats/ledger.md.
 */
@NullMarked
package io.vigil.generator.store;

import org.jspecify.annotations.NullMarked;
