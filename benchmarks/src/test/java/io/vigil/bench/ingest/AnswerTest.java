package io.vigil.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final String BY_LENGTH =
      "HTTP/1.1 202 Accepted\r\nContent-Length: 28\r\n\r\n{\"accepted\":1,\"rejected\":[]}";
  private static final String IN_CHUNKS =
      """
      HTTP/1.1 202 Accepted\r
      Transfer-Encoding: chunked\r
      \r
      1c\r
      {"accepted":1,"rejected":[]}\r
      0\r
      \r
      """;

  @Test
  void isWholeOnceAllOfItsLengthIsThere() {
    assertThat(Answer.isWhole(BY_LENGTH)).isTrue();
    assertThat(Answer.isWhole(BY_LENGTH.substring(0, BY_LENGTH.length() - 1))).isFalse();
    assertThat(Answer.isWhole(BY_LENGTH.substring(0, 30))).isFalse();
  }

  @Test
  void isWholeOnceTheLastChunkIsThere() {
    assertThat(Answer.isWhole(IN_CHUNKS)).isTrue();
    assertThat(Answer.isWhole(IN_CHUNKS.substring(0, IN_CHUNKS.length() - 5))).isFalse();
  }

  @Test
  void acceptsOnlyWhereAllIsAcknowledged() {
    assertThat(Answer.accepts(BY_LENGTH, 1)).isTrue();
    assertThat(Answer.accepts(IN_CHUNKS, 1)).isTrue();
    assertThat(Answer.accepts(BY_LENGTH, 2)).isFalse();
    assertThat(Answer.accepts(BY_LENGTH.replace("202", "503"), 1)).isFalse();
  }
}
