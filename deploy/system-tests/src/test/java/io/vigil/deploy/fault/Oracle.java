package io.vigil.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.deploy.operator.balance.Balance;
import io.vigil.deploy.operator.balance.Evidence;
import io.vigil.deploy.operator.balance.Outcome;
import io.vigil.deploy.operator.ledger.Ledger;
import io.vigil.deploy.operator.log.ReadingsLog;
import java.util.Optional;

/** Compares the devices' ledger with the log, as {@code ./vigil verify} does. */
final class Oracle {
  private Oracle() {}

  /** The ledger balances, and it is not empty. */
  static Balance balanced(DeviceLedger devices, String kafka) {
    Ledger ledger = devices.read();
    Balance balance =
        Balance.of(
            new Evidence(
                ledger.sent(),
                ledger.sent(),
                new ReadingsLog(kafka).since(0, ledger.sent()::containsKey),
                Optional.empty(),
                devices.beganMs()));
    assertThat(balance.examples()).isEmpty();
    assertThat(balance.count(Outcome.ACKNOWLEDGED)).isPositive();
    assertThat(balance.logged()).isEqualTo(balance.different());
    return balance;
  }
}
