package io.vigil.generator.scenario;

import org.jspecify.annotations.Nullable;

/** What a caller asks to happen; nothing of it is checked yet. */
record ScenarioRequest(
    @Nullable String patient, @Nullable String kind, @Nullable Integer seconds) {}
