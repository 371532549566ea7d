package io.vigil.deploy.operator.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigil.deploy.operator.rejected.Hexdump;
import io.vigil.deploy.operator.rejected.ParkedRecord;
import io.vigil.deploy.operator.rejected.RejectedTopic;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one parked record whole. */
@Command(name = "show", description = "Shows one with its headers and bytes.")
final class RejectedShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "POSITION", description = "its position, as listed")
  private long position;

  @Override
  public Integer call() throws Exception {
    RejectedTopic topic = new RejectedTopic(RunningVigil.here().kafka());
    List<ParkedRecord> found = topic.read(record -> record.position() == position);
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no record is parked at position " + position);
    }
    System.out.print(whole(found.get(0)));
    return 0;
  }

  private static String whole(ParkedRecord parked) {
    StringBuilder text = new StringBuilder();
    parked
        .record()
        .headers()
        .forEach(
            header ->
                text.append(header.key())
                    .append(": ")
                    .append(header.value() == null ? "" : new String(header.value(), UTF_8))
                    .append('\n'));
    text.append("key\n").append(Hexdump.of(parked.record().key()));
    text.append("value\n").append(Hexdump.of(parked.record().value()));
    return text.toString();
  }
}
