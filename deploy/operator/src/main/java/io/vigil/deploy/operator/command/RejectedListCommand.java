package io.vigil.deploy.operator.command;

import io.vigil.deploy.operator.rejected.Origin;
import io.vigil.deploy.operator.rejected.ParkedRecord;
import io.vigil.deploy.operator.rejected.RejectedTopic;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists parked records, oldest first, with position, time, reason and origin. */
@Command(name = "list", description = "Lists them, or those that the options name.")
final class RejectedListCommand implements Callable<Integer> {
  @Mixin private FilterOptions options = new FilterOptions();

  @Override
  public Integer call() throws Exception {
    RejectedTopic topic = new RejectedTopic(RunningVigil.here().kafka());
    List<ParkedRecord> records = topic.read(options.filter());
    records.forEach(record -> System.out.println(line(record)));
    System.out.println(records.size() + " parked");
    return 0;
  }

  private static String line(ParkedRecord record) {
    return "%8d  %s  %-16s %-18s %s  %s"
        .formatted(
            record.position(),
            Instant.ofEpochMilli(record.record().timestamp()),
            record.reason(),
            record.by(),
            record.origin().map(Origin::toString).orElse("from nowhere known"),
            record.detail());
  }
}
