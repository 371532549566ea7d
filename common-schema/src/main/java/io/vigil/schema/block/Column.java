package io.vigil.schema.block;

/**
 * How a column of numbers is written: which steps are expected, and in which code the others are.
 *
 * @param first the first number
 * @param unit all steps are multiples of it; at least 1
 * @param step the first step that is expected, in units
 * @param follows whether then the step before is expected, or always the first one
 * @param code the number of the {@link StepCode}
 */
record Column(long first, long unit, long step, boolean follows, int code) {

  /** A column, and its numbers as symbols of it. */
  record Fit(Column column, StepSymbols symbols, long bits) {}

  /** Of the ways with this unit and first step the one that takes the fewest bits. */
  static Fit fit(long[] numbers, long unit, long step, boolean mayFollow) {
    Fit constant = fitAs(false, numbers, unit, step);
    if (!mayFollow || numbers.length < 3) {
      return constant;
    }
    Fit following = fitAs(true, numbers, unit, step);
    return following.bits < constant.bits ? following : constant;
  }

  private static Fit fitAs(boolean follows, long[] numbers, long unit, long step) {
    StepSymbols symbols = new StepSymbols(StepSymbols.End.START);
    long expected = step;
    for (int i = 1; i < numbers.length; i++) {
      long taken = (numbers[i] - numbers[i - 1]) / unit;
      symbols.add(taken - expected);
      expected = follows ? taken : step;
    }
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int code = 0; code < StepCode.all().size(); code++) {
      int bits = symbols.bitsIn(StepCode.all().get(code));
      if (bits < fewest) {
        fewest = bits;
        best = code;
      }
    }
    Column column = new Column(numbers[0], unit, step, follows, best);
    return new Fit(column, symbols, (long) fewest + symbols.extraBits());
  }

  StepCode stepCode() {
    return StepCode.all().get(code);
  }
}
