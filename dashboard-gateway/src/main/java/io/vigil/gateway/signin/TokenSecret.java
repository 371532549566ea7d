package io.vigil.gateway.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Reads the key that signs tokens. */
final class TokenSecret {
  private static final int MIN_BYTES = 32;

  private TokenSecret() {}

  /**
   * The key in this file.
   *
   * @throws IllegalStateException saying what is wrong with the file, never what is in it
   */
  static SecretKey read(Path file) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(Files.readString(file).strip());
    } catch (IOException e) {
      throw new IllegalStateException("no token secret: cannot read " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("not base64: " + file, e);
    }
    if (secret.length < MIN_BYTES) {
      throw new IllegalStateException(file + " has fewer than " + MIN_BYTES + " bytes");
    }
    return new SecretKeySpec(secret, "HmacSHA256");
  }
}
