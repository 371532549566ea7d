package io.vigil.storage.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.vital.Vital;
import io.vigil.storage.series.SeriesKey;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FragmentWriterTest {
  private final InMemoryFragments fragments = new InMemoryFragments();
  private final FragmentWriter writer = new FragmentWriter(fragments, 3);

  @Test
  void writesAll() {
    CompletableFuture<List<Fragment>> notDurable = writer.write(some(10_000));

    assertThat(notDurable).isCompletedWithValue(List.of());
    assertThat(fragments.all()).hasSize(10_000);
  }

  @Test
  void hasNothingToDoWithNothing() {
    assertThat(writer.write(List.of())).isCompletedWithValue(List.of());
  }

  @Test
  void hasOnlySoManyUnderWay() {
    fragments.hesitate();

    CompletableFuture<List<Fragment>> notDurable = writer.write(some(5));
    assertThat(fragments.waiting()).isEqualTo(3);
    fragments.answer();
    assertThat(fragments.waiting()).isEqualTo(3);
    fragments.answerAll();

    assertThat(notDurable).isCompletedWithValue(List.of());
    assertThat(fragments.all()).hasSize(5);
  }

  @Test
  void isNotDoneBeforeTheLastIsDurable() {
    fragments.hesitate();

    CompletableFuture<List<Fragment>> notDurable = writer.write(some(2));
    fragments.answer();

    assertThat(notDurable).isNotDone();
  }

  @Test
  void stopsAtTheFirstFailureAndGivesBackTheRest() {
    List<Fragment> some = some(10);
    fragments.goAway();

    CompletableFuture<List<Fragment>> notDurable = writer.write(some);

    assertThat(notDurable).isCompletedWithValue(some);
    assertThat(fragments.asked()).isEqualTo(1);
  }

  @Test
  void waitsForThoseUnderWayBeforeItGivesUp() {
    List<Fragment> some = some(5);
    fragments.hesitate();

    CompletableFuture<List<Fragment>> notDurable = writer.write(some);
    fragments.goAway();
    fragments.answer();
    assertThat(notDurable).isNotDone();
    fragments.answerAll();

    assertThat(notDurable).isCompletedWithValue(List.of(some.get(3), some.get(4)));
    assertThat(fragments.all()).hasSize(3);
  }

  @Test
  void aHistoryThatThrowsHasFailed() {
    FragmentWriter onBroken = new FragmentWriter(new BrokenFragments(), 3);

    assertThat(onBroken.write(some(2))).isCompletedWithValue(some(2));
  }

  private static List<Fragment> some(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                new Fragment(
                    new SeriesKey("p-" + i, Vital.HEART_RATE),
                    LocalDate.EPOCH,
                    new OffsetRange(0, 0, 9),
                    ReadingColumns.ofAscending(new long[] {1_000}, new int[] {7200})))
        .toList();
  }

  /** Throws where it should fail its stage. */
  private static final class BrokenFragments implements Fragments {
    @Override
    public CompletionStage<Void> append(Fragment fragment) {
      throw new IllegalStateException("broken");
    }

    @Override
    public CompletionStage<ReadingColumns> readings(
        SeriesKey series, LocalDate day, long fromMs, long toMs) {
      throw new IllegalStateException("broken");
    }
  }
}
