package io.vigil.schema.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of docs/formats/block.md. */
class BlockFormatPageTest {
  private static final Path PAGE = Path.of("..", "docs", "formats", "block.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("\\| (none|`[\\d ]+`) \\| `(\\w+)` \\| (open)?");

  private final BlockCodec codec = new BlockCodec();

  @TestFactory
  Stream<DynamicTest> codecAgreesWithThePage() throws IOException {
    List<MatchResult> examples = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
    assertThat(examples).hasSize(5);
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest(example.group(1), () -> verify(example)));
  }

  private void verify(MatchResult example) {
    ReadingColumns readings = readings(example.group(1).replace("`", ""));
    byte[] block = HexFormat.of().parseHex(example.group(2));

    assertThat(codec.decode(block)).isEqualTo(readings);
    if (block[0] == BlockHeader.VERSION) {
      boolean open = example.group(3) != null;
      assertThat(open ? codec.encodeOpen(readings) : codec.encode(readings)).isEqualTo(block);
    }
  }

  private static ReadingColumns readings(String text) {
    return text.equals("none")
        ? ReadingColumns.EMPTY
        : ReadingColumnsTest.columns(
            Stream.of(text.split(" ", -1)).mapToLong(Long::parseLong).toArray());
  }
}
