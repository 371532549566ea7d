package io.vigil.gateway.limits;

import io.vigil.schema.limit.Limits;
import io.vigil.schema.limit.VitalLimits;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads limits as people send them, and tells what is wrong with them and what would be right. */
final class LimitsReader {
  private LimitsReader() {}

  /**
   * @throws BadLimits if they are none, or cannot hold over these defaults
   */
  static Limits read(@Nullable JsonNode body, Limits defaults) {
    if (body == null || !body.isObject()) {
      throw BadLimits.noObject();
    }
    Map<Vital, VitalLimits> byVital = new EnumMap<>(Vital.class);
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      if (!LimitsInForce.BESIDE_VITALS.contains(member.getKey())) {
        Vital vital =
            Vital.ofCode(member.getKey())
                .orElseThrow(() -> BadLimits.unknownVital(member.getKey()));
        byVital.put(vital, ofVital(vital, member.getValue()));
      }
    }
    Limits limits = new Limits(byVital);
    limits.over(defaults).byVital().forEach(LimitsReader::checkOrder);
    return limits;
  }

  private static VitalLimits ofVital(Vital vital, JsonNode limits) {
    if (!limits.isObject()) {
      throw BadLimits.noObject();
    }
    for (String name : limits.propertyNames()) {
      if (!BadLimits.NAMES.contains(name)) {
        throw BadLimits.unknownLimit(vital, name);
      }
    }
    return new VitalLimits(
        number(vital, limits, "high"),
        number(vital, limits, "low"),
        number(vital, limits, "extreme_high"),
        number(vital, limits, "extreme_low"));
  }

  private static @Nullable BigDecimal number(Vital vital, JsonNode limits, String name) {
    JsonNode limit = limits.path(name);
    if (limit.isMissingNode() || limit.isNull()) {
      return null;
    }
    if (!limit.isNumber()) {
      throw BadLimits.notANumber(vital, name);
    }
    int hundredths;
    try {
      hundredths = VitalLimits.hundredths(limit.decimalValue());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw BadLimits.notANumber(vital, name);
    }
    if (!vital.isPlausible(hundredths)) {
      throw BadLimits.implausible(vital, name);
    }
    return limit.decimalValue();
  }

  private static void checkOrder(Vital vital, VitalLimits inForce) {
    if (inForce.contradiction(vital).isPresent()) {
      throw BadLimits.contradicting(vital, inForce);
    }
  }
}
