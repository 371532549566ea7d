/**
 * The generator's ledger as it lies on disk: every reading that it sent, with its final outcome.
 * The format is in docs/formats/ledger.md.
 */
@NullMarked
package io.vigil.deploy.operator.ledger;

import org.jspecify.annotations.NullMarked;
