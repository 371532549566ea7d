package io.vigil.deploy.operator.rejected;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes of any kind for a terminal: offset, sixteen in hexadecimal, the same as text. */
public final class Hexdump {
  private static final int WIDTH = 16;

  private Hexdump() {}

  /** Lines that end with a line feed; {@code null} is told as such. */
  public static String of(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "  none\n";
    }
    StringBuilder lines = new StringBuilder();
    HexFormat hex = HexFormat.ofDelimiter(" ");
    for (int from = 0; from < bytes.length; from += WIDTH) {
      int to = Math.min(bytes.length, from + WIDTH);
      String text = new String(bytes, from, to - from, US_ASCII).replaceAll("[^\\x20-\\x7e]", ".");
      lines.append("  %06x  %-47s  %s%n".formatted(from, hex.formatHex(bytes, from, to), text));
    }
    return lines.toString();
  }
}
