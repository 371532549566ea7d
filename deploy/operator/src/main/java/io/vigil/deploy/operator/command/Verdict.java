package io.vigil.deploy.operator.command;

import io.vigil.deploy.operator.balance.Balance;
import io.vigil.deploy.operator.balance.Fault;
import io.vigil.deploy.operator.balance.Outcome;
import io.vigil.deploy.operator.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The balance as it is told.
 *
 * @param counters what the services have counted, in words
 * @param breaches what contradicts itself in that
 */
record Verdict(Ledger ledger, Balance balance, List<String> counters, List<String> breaches) {
  boolean isBalanced() {
    return balance.isBalanced() && breaches.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(text, "ledger", ledgerLine());
    line(text, "sent", sentLine());
    line(text, "log", logLine());
    line(text, "history", "%,d of %,d".formatted(balance.kept(), balance.different()));
    counters.forEach(told -> line(text, "counters", told));
    breaches.forEach(breach -> line(text, "broken", breach));
    line(text, "found", faultLine());
    for (Fault fault : Fault.values()) {
      balance
          .examples()
          .getOrDefault(fault, List.of())
          .forEach(finding -> line(text, name(fault), finding.toString()));
    }
    return text.append(isBalanced() ? "It balances.\n" : "It does not balance.\n").toString();
  }

  private String ledgerLine() {
    String unreadable =
        ledger.unreadable() == 0 ? "" : ", %d unreadable lines".formatted(ledger.unreadable());
    return "%d series from %s to %s%s"
        .formatted(
            balance.series(),
            Instant.ofEpochMilli(ledger.earliestMs()),
            Instant.ofEpochMilli(ledger.latestMs()),
            unreadable);
  }

  private String sentLine() {
    long acknowledged = balance.count(Outcome.ACKNOWLEDGED);
    long refused = balance.count(Outcome.REFUSED);
    long dropped = balance.count(Outcome.DROPPED);
    long queued = balance.count(Outcome.QUEUED);
    String reasons =
        balance.refused().entrySet().stream()
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", "));
    return "%,d = %,d acknowledged + %,d refused%s + %,d dropped + %,d queued"
        .formatted(
            acknowledged + refused + dropped + queued,
            acknowledged,
            refused,
            reasons.isEmpty() ? "" : " (" + reasons + ")",
            dropped,
            queued);
  }

  private String logLine() {
    return "%,d of %,d acknowledged (%,d repeated by the device); %,d repeats in the log"
        .formatted(
            balance.logged(),
            balance.different(),
            balance.count(Outcome.ACKNOWLEDGED) - balance.different(),
            balance.repeated());
  }

  private String faultLine() {
    return "%,d lost, %,d twice, %,d phantom"
        .formatted(
            balance.count(Fault.LOST), balance.count(Fault.TWICE), balance.count(Fault.PHANTOM));
  }

  private static String name(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT);
  }

  private static void line(StringBuilder text, String name, String told) {
    text.append("%-9s %s%n".formatted(name, told));
  }
}
