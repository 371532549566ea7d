package io.vigil.ingest.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Tells whether bytes are UTF-8. The JSON parser looks only as far as it needs to find its way, and
 * would let overlong forms and halves of surrogate pairs through.
 */
final class Utf8 {
  private static final int AT_ONCE = 1024;

  private Utf8() {}

  static boolean isWellFormed(byte[] bytes, int offset, int length) {
    return isAscii(bytes, offset, length) || isDecodable(bytes, offset, length);
  }

  private static boolean isAscii(byte[] bytes, int offset, int length) {
    int ored = 0;
    for (int i = offset; i < offset + length; i++) {
      ored |= bytes[i];
    }
    return ored >= 0;
  }

  private static boolean isDecodable(byte[] bytes, int offset, int length) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    CharBuffer out = CharBuffer.allocate(AT_ONCE);
    CoderResult result;
    do {
      result = decoder.decode(in, out.clear(), true);
    } while (result.isOverflow());
    return result.isUnderflow();
  }
}
