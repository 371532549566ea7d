package io.vigil.generator.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a caller asks to happen, to whom; only its form is checked yet.
 *
 * @param patient one patient's id, or null if many are meant
 * @param patients several ids, or null
 * @param everybody whether {@code "patients":"all"} was asked for
 * @param ward all patients of this ward, or null
 * @param seconds how long, or null
 * @param parameters everything else
 */
record ScenarioRequest(
    @Nullable String patient,
    @Nullable List<String> patients,
    boolean everybody,
    @Nullable String ward,
    @Nullable String kind,
    @Nullable Long seconds,
    Map<String, Long> parameters) {
  private static final String PATIENTS = "patients";
  private static final Set<String> MEMBERS = Set.of("patient", PATIENTS, "ward", "kind", "seconds");

  static ScenarioRequest of(JsonNode json) {
    if (!json.isObject()) {
      throw ScenarioRefused.malformedJson();
    }
    JsonNode patients = json.path(PATIENTS);
    boolean everybody = patients.isString() && patients.stringValue().equals("all");
    return new ScenarioRequest(
        text(json, "patient"),
        everybody ? null : texts(patients),
        everybody,
        text(json, "ward"),
        text(json, "kind"),
        number(json, "seconds"),
        parameters(json));
  }

  private static Map<String, Long> parameters(JsonNode json) {
    Map<String, Long> parameters = new HashMap<>();
    for (String name : json.propertyNames()) {
      Long value = MEMBERS.contains(name) ? null : number(json, name);
      if (value != null) {
        parameters.put(name, value);
      }
    }
    return parameters;
  }

  private static @Nullable String text(JsonNode json, String member) {
    JsonNode value = json.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw ScenarioRefused.malformedJson();
    }
    return value.stringValue();
  }

  private static @Nullable List<String> texts(JsonNode values) {
    if (values.isMissingNode() || values.isNull()) {
      return null;
    }
    if (!values.isArray()) {
      throw ScenarioRefused.malformedJson();
    }
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode value : values) {
      if (!value.isString()) {
        throw ScenarioRefused.malformedJson();
      }
      texts.add(value.stringValue());
    }
    return new ArrayList<>(texts);
  }

  private static @Nullable Long number(JsonNode json, String member) {
    JsonNode value = json.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw ScenarioRefused.notAWholeNumber(member);
    }
    return value.longValue();
  }
}
