package io.vigil.bench.measure;

import java.util.Locale;

/** How numbers are told: three digits are more than these machines are good for. */
public final class Quantity {
  private Quantity() {}

  /** For example {@code 1.25 M}, {@code 83.1 k}, {@code 250}, {@code 0.314}. */
  public static String of(double number) {
    double size = Math.abs(number);
    if (size >= 999_500) {
      return digits(number / 1_000_000) + " M";
    }
    return size >= 9_995 ? digits(number / 1_000) + " k" : digits(number);
  }

  /** For example {@code 6.25×}. */
  public static String times(double ratio) {
    return digits(ratio) + "×";
  }

  private static String digits(double number) {
    double size = Math.abs(number);
    int decimals = 3;
    for (double step = 1; decimals > 0 && size >= step * 0.9995; step *= 10) {
      decimals--;
    }
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }
}
