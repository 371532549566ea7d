package io.vigil.generator.scenario;

/** The device neither measures nor pushes. */
record SignalLoss() implements Effect {
  @Override
  public boolean silences() {
    return true;
  }
}
