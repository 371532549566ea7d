package io.vigil.deploy.operator.balance;

/**
 * A reading that was sent, as its sender's ledger has it.
 *
 * @param timeMs event time
 * @param reason the code of a refusal, empty otherwise
 */
public record Sent(long timeMs, int valueHundredths, Outcome outcome, String reason) {}
