package io.vigil.bench.storage;

import io.vigil.bench.measure.Extent;
import io.vigil.bench.measure.Figure;
import io.vigil.bench.measure.Goal;
import io.vigil.bench.measure.Quantity;
import io.vigil.bench.measure.Report;
import io.vigil.bench.measure.Rounds;
import io.vigil.bench.measure.Sample;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures 8 to 11: blocks of heart rates, on recordings that are held back. */
public final class StorageBench {
  private static final String FOLDER = "VIGIL_RECORDINGS";
  private static final int SECONDS = 1;
  private static final BlockCodec CODEC = new BlockCodec();

  private StorageBench() {}

  /**
   * Measures, and publishes what was found.
   *
   * @throws IllegalArgumentException if the environment does not tell where the recordings are
   */
  public static void run(Extent extent) throws Exception {
    String folder = System.getenv(FOLDER);
    if (folder == null) {
      throw new IllegalArgumentException(FOLDER + " has to name a folder of recordings");
    }
    Recordings recorded = Recordings.in(Path.of(folder));
    Recordings whole = recorded.whole();
    List<Figure> figures = new ArrayList<>();
    figures.add(memory(whole, extent));
    figures.addAll(blocks("whole beats", whole, extent, true));
    Recordings finer = recorded.finer();
    if (!finer.isEmpty()) {
      figures.addAll(blocks("two decimals", finer, extent, false));
    }
    new Report(
            "storage",
            "What readings cost to keep, of %s real readings that the codes of blocks were not tuned on."
                .formatted(Quantity.of(recorded.readings())),
            figures,
            List.of(
                "Recordings one after the other, cut into blocks of an hour. Sizes are of whole"
                    + " blocks, header and checksum included. \"Whole beats\" is every recording as"
                    + " a monitor shows it; \"two decimals\" is those that are finer, as they were"
                    + " recorded. The entropy is that of the same recordings, so its model knows"
                    + " them and fits the better the fewer readings a pair of steps has: of two"
                    + " decimals it is lower than any code could be that does not know them."
                    + " Decoding is on one thread into columns, readings per CPU-second; memory is"
                    + " the heap of a member after collection, without backups."))
        .publish(extent);
  }

  private static Figure memory(Recordings whole, Extent extent) {
    double block = HotMemory.ofBlocks(whole.hours(), extent.of(20_000, 2_000));
    double entry = HotMemory.ofEntries(whole.hours(), extent.of(1_000_000, 100_000));
    return new Figure(
        "8",
        "bytes a reading in the hot window",
        Quantity.of(block),
        "0.25 B; an entry a reading " + Quantity.of(entry),
        block / 0.25,
        Goal.atMost(1));
  }

  private static List<Figure> blocks(
      String form, Recordings recordings, Extent extent, boolean counts) throws Exception {
    List<ReadingColumns> hours = recordings.hours();
    double readings = recordings.readings();
    double ours = hours.stream().mapToLong(hour -> CODEC.encode(hour).length).sum() * 8 / readings;
    double gorilla =
        hours.stream().mapToLong(hour -> Gorilla.encode(hour).length).sum() * 64 / readings;
    double entropy = Entropy.ofSteps(recordings.each());
    Rounds rounds =
        Rounds.interleaved(
            extent.rounds(), Decoding.ofBlocks(hours, SECONDS), Decoding.ofGorilla(hours, SECONDS));
    String bits = "bits a reading, " + form;
    return List.of(
        figure(counts, "9", bits, ours, "Gorilla ", gorilla, Goal.atMost(0.4)),
        figure(counts, "10", bits, ours, "order-1 entropy ", entropy, Goal.atMost(1.15)),
        new Figure(
            counts ? "11" : "",
            "readings decoded per CPU-second, " + form,
            Quantity.of(rounds.ours(Sample::perCpuSecond)),
            "Gorilla " + Quantity.of(rounds.theirs(Sample::perCpuSecond)),
            rounds.ratio(Sample::perCpuSecond),
            counts ? Goal.atLeast(5) : null));
  }

  private static Figure figure(
      boolean counts,
      String number,
      String name,
      double ours,
      String peer,
      double theirs,
      @Nullable Goal goal) {
    return new Figure(
        counts ? number : "",
        name,
        Quantity.of(ours),
        peer + Quantity.of(theirs),
        ours / theirs,
        counts ? goal : null);
  }
}
