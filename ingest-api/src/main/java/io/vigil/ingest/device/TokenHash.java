package io.vigil.ingest.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The form in which the registry knows a device's token: SHA-256, in lower-case hexadecimal. */
final class TokenHash {
  private static final HexFormat HEX = HexFormat.of();

  private TokenHash() {}

  static String of(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
