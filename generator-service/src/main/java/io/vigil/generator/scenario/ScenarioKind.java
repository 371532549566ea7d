package io.vigil.generator.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be made to happen, and what can be said of it. */
enum ScenarioKind {
  TACHYCARDIA,
  BRADYCARDIA,
  SIGNAL_LOSS,
  LEAD_OFF,
  DUPLICATE,
  LATE,
  OUT_OF_ORDER,
  CLOCK_SKEW,
  BURST,
  NOISE,
  IMPLAUSIBLE,
  FLAPPING;

  private static final long LARGEST_SKEW = 3_000_000_000L;

  /** The name in the API. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What this does, all parameters being given. */
  Effect effect(Span span, Map<String, Long> parameters) {
    Given given = new Given(parameters);
    return switch (this) {
      case TACHYCARDIA, BRADYCARDIA -> DrivenHeart.to(given.of("bpm"), span);
      case SIGNAL_LOSS -> new SignalLoss();
      case LEAD_OFF -> new LeadOff(span, given.of("artefact"));
      case DUPLICATE -> new Duplicates(given.of("copies"));
      case LATE -> new LateDelivery(given.of("by"));
      case OUT_OF_ORDER -> new OutOfOrder(span, given.of("window"));
      case CLOCK_SKEW -> new ClockSkew(given.longOf("by"));
      case BURST -> new Burst(span);
      case NOISE -> new NoisyHeart(span, given.of("amplitude"));
      case IMPLAUSIBLE -> new ImplausibleValues(span, given.of("value"), given.of("every"));
      case FLAPPING ->
          new FlappingHeart(span, given.of("limit"), given.of("by"), given.of("period"));
    };
  }

  /** These parameters, checked, and the usual values of those that are not given. */
  Map<String, Long> complete(Map<String, Long> given) {
    Map<String, Long> complete = new LinkedHashMap<>();
    for (Parameter parameter : parameters()) {
      long value = given.getOrDefault(parameter.name(), parameter.usual());
      if (!parameter.allows(value)) {
        throw ScenarioRefused.parameterOutOfBounds(parameter);
      }
      complete.put(parameter.name(), value);
    }
    for (String name : given.keySet()) {
      if (!complete.containsKey(name)) {
        throw ScenarioRefused.unknownParameter(code(), name, complete.keySet());
      }
    }
    return complete;
  }

  static Optional<ScenarioKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  static String codes() {
    return Arrays.stream(values()).map(ScenarioKind::code).collect(Collectors.joining(", "));
  }

  private List<Parameter> parameters() {
    return switch (this) {
      case TACHYCARDIA -> List.of(new Parameter("bpm", 145, 100, 300));
      case BRADYCARDIA -> List.of(new Parameter("bpm", 44, 20, 60));
      case SIGNAL_LOSS, BURST -> List.of();
      case LEAD_OFF -> List.of(new Parameter("artefact", 2, 0, 10));
      case DUPLICATE -> List.of(new Parameter("copies", 1, 1, 10));
      case LATE -> List.of(new Parameter("by", 45, 1, 3_600));
      case OUT_OF_ORDER -> List.of(new Parameter("window", 3, 2, 30));
      case CLOCK_SKEW -> List.of(new Parameter("by", 300, -LARGEST_SKEW, LARGEST_SKEW));
      case NOISE -> List.of(new Parameter("amplitude", 15, 1, 100));
      case IMPLAUSIBLE ->
          List.of(new Parameter("value", 400, -10_000, 10_000), new Parameter("every", 3, 1, 60));
      case FLAPPING ->
          List.of(
              new Parameter("limit", 120, 20, 300),
              new Parameter("by", 3, 1, 20),
              new Parameter("period", 4, 2, 120));
    };
  }

  /** Parameters that are complete. */
  private record Given(Map<String, Long> values) {
    int of(String name) {
      return Math.toIntExact(longOf(name));
    }

    long longOf(String name) {
      return values.getOrDefault(name, 0L);
    }
  }
}
