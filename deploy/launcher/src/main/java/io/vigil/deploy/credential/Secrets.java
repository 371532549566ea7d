package io.vigil.deploy.credential;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes what nobody shall guess. */
final class Secrets {
  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int TOKEN_SECRET_BYTES = 48;

  private final SecureRandom random = new SecureRandom();

  /** A password of 15 letters, 74 bits, in groups that can be typed: {@code k7mdp-2xw9t-qfhae}. */
  String password() {
    return IntStream.range(0, 3).mapToObj(group -> letters(5)).collect(Collectors.joining("-"));
  }

  /** A secret to sign tokens with, in base64. */
  String tokenSecret() {
    byte[] bytes = new byte[TOKEN_SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private String letters(int count) {
    return random
        .ints(count, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }
}
