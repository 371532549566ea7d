package io.vigil.generator.scenario;

/** Each reading is sent again after it was acknowledged, as if the answer had got lost. */
record Duplicates(int copies) implements Effect {}
