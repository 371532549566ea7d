package io.vigil.gateway.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret by which a device proves who it is; told once, kept only as a hash. */
record DeviceToken(String token) {
  private static final String PREFIX = "vgd_";
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static DeviceToken random() {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    return new DeviceToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /** SHA-256 in lower-case hexadecimal; the token is too random to need a slower hash. */
  String hash() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "device token";
  }
}
