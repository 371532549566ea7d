package io.vigil.ingest.http;

import static io.vigil.ingest.http.TestServer.BEDSIDE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The classes of the public JSON corpora: what every parser has to take is JSON and no reading
 * (422), what every parser has to refuse is no JSON (400), and the rest is either.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(30)
class JsonBodiesTest {
  private TestServer server;
  private RawConnection connection;

  @BeforeAll
  void start() {
    server = new TestServer();
  }

  @BeforeEach
  void connect() throws Exception {
    connection = server.connect();
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        " [ ] ",
        "{}",
        "\t{\r\n}\n",
        "null",
        "true",
        "false",
        "7",
        "-0",
        "\"\"",
        "\"a\"",
        "[[]]",
        "[null,true,false]",
        "[{}]",
        "{\"\":0}",
        "{\"a\":[]}",
        "{\"a\":{\"b\":[{}]}}",
        "[0]",
        "[-1]",
        "[10]",
        "[0.5]",
        "[-0.0]",
        "[1e0]",
        "[1E+2]",
        "[2e-3]",
        "[4.25e17]",
        "[123456789012345678901234567890]",
        "[1e999999]",
        "[-1e-999999]",
        "[0e+1]",
        "[\"\\u0041\"]",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\ud834\\udd1e\"]",
        "[\"\\u0000\"]",
        "[\"ü€𝄞\"]",
        "[\"\u007f\"]",
        "[\"\u2028\u2029\"]",
        "[\"\uffff\"]",
        "[\"/*c*/\"]",
        "{\"a\":1,\"b\":2}",
        "{\"ü\":\"\\u00fc\"}",
        "[1 , 2\t,\n3]"
      })
  void takesJsonForJson(String body) throws Exception {
    assertThat(answer(body)).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[",
        "]",
        "{",
        "}",
        "[}",
        "{]",
        "[1",
        "[1,",
        "[,1]",
        "[1,]",
        "[1,,2]",
        "[1 2]",
        "[1]]",
        "[]{}",
        "[] x",
        "1 2",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\"::1}",
        "{\"a\":1",
        "{\"a",
        "[NaN]",
        "NaN",
        "[Infinity]",
        "[-Infinity]",
        "[nul]",
        "nulll",
        "[True]",
        "[undefined]",
        "[01]",
        "[-01]",
        "[+1]",
        "[1.]",
        "[.5]",
        "[-.5]",
        "[-]",
        "[--1]",
        "[1e]",
        "[1e+]",
        "[1.e1]",
        "[0x1]",
        "[1_0]",
        "[1a]",
        "[1.2.3]",
        "[\uff11]",
        "[- 1]",
        "[1,00]",
        "['a']",
        "\"",
        "[\"a]",
        "[\"\\x41\"]",
        "[\"\\\"]",
        "[\"\\u00g0\"]",
        "[\"\\u12\"]",
        "[\"\t\"]",
        "[\"\n\"]",
        "[\"\u0000\"]",
        "[\"\\\u0000\"]",
        "[\"a\" \"b\"]",
        "[a\u00e5]",
        "[1]//c",
        "/*c*/[1]",
        "#[1]",
        "<a>",
        "*",
        "[1]\u00a0",
        "\u2060[]",
        "[\u000c]",
        "\u0000",
        "[1]\u0000",
        "hello",
        "a=1&b=2"
      })
  void takesNothingElseForJson(String body) throws Exception {
    assertThat(answer(body)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"\\ud800\"]",
        "[\"\\udc00\\ud800\"]",
        "[\"\\ud800\\u0041\"]",
        "\ufeff{}",
        "{\"a\":1,\"a\":1}",
        "[1e400]",
        "[0.000000000000000000000000000000000000000000001]"
      })
  void answersWhatIsAMatterOfOpinion(String body) throws Exception {
    assertThat(answer(body)).isIn(400, 422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-16"})
  void takesNoOtherUnicodeForJson(String charset) throws Exception {
    assertThat(answer("[{\"vital\":\"spo2\"}]".getBytes(Charset.forName(charset)))).isEqualTo(400);
  }

  /** Each in the place of ~ in a text, a name, and outside of either. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0080",
        "\u00bf",
        "\u00ff",
        "\u00fe",
        "\u00c0\u00af",
        "\u00c1\u00bf",
        "\u00e0\u0080\u00af",
        "\u00ed\u00a0\u0080",
        "\u00ed\u00bf\u00bf",
        "\u00f0\u0080\u0080\u00af",
        "\u00f4\u0090\u0080\u0080",
        "\u00f8\u0088\u0080\u0080\u0080",
        "\u00e2\u0082",
        "\u00c3",
        "\u00f0\u009f\u0098"
      })
  void takesNoBrokenUtf8ForJson(String bytes) throws Exception {
    for (String body : new String[] {"[\"~\"]", "{\"~\":1}", "[~]", "[1]~", "~", "[\"\\~\"]"}) {
      assertThat(answer(body.replace("~", bytes).getBytes(ISO_8859_1))).isEqualTo(400);
    }
  }

  @Test
  void isNeitherSlowNorLostInDepthAndLength() throws Exception {
    int half = TestServer.MOST_BODY / 2;

    assertThat(answer("[".repeat(half) + "]".repeat(half))).isEqualTo(422);
    assertThat(answer("[".repeat(2 * half))).isEqualTo(400);
    assertThat(answer("{\"a\":".repeat(half / 4))).isEqualTo(400);
    assertThat(answer("[" + "9".repeat(2 * half - 2) + "]")).isEqualTo(422);
    assertThat(answer("[1." + "9".repeat(half) + "e" + "9".repeat(half - 5) + "]")).isEqualTo(422);
    assertThat(answer("\"" + "\\u0000".repeat(half / 4) + "\"")).isEqualTo(422);
    assertThat(answer("{\"" + "a".repeat(2 * half - 6) + "\":1}")).isEqualTo(422);
    assertThat(answer("[" + "0,".repeat(90) + "0]")).isEqualTo(422);
  }

  private int answer(String body) throws Exception {
    return answer(body.getBytes(UTF_8));
  }

  private int answer(byte[] body) throws Exception {
    return connection.post(BEDSIDE, body).read().status();
  }
}
