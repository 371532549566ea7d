/**
 * Whether what was sent is what was stored: pure comparison of a ledger of sent readings with the
 * log and the history. Says which readings are lost, twice or phantom.
 */
@NullMarked
package io.vigil.deploy.operator.balance;

import org.jspecify.annotations.NullMarked;
