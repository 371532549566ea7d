package io.vigil.alert.webhook;

import io.vigil.schema.alert.AlertPriority;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an admin asks for; what is left out stands for all, and no heartbeat. */
record SubscriptionRequest(
    @Nullable String url,
    @Nullable Set<String> rules,
    @Nullable Set<String> priorities,
    @Nullable Set<String> states,
    @Nullable Set<String> patients,
    @Nullable Set<String> wards,
    @Nullable Boolean heartbeat) {
  private static final Set<String> RULES =
      Arrays.stream(AlertRule.values()).map(AlertRule::code).collect(Collectors.toSet());
  private static final Set<String> PRIORITIES =
      Arrays.stream(AlertPriority.values())
          .map(priority -> priority.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toSet());
  private static final Set<String> STATES =
      Arrays.stream(AlertState.values()).map(AlertState::code).collect(Collectors.toSet());

  Filter filter() {
    return new Filter(rules, priorities, states, patients, wards);
  }

  boolean wantsHeartbeat() {
    return Boolean.TRUE.equals(heartbeat);
  }

  /** What is wrong with it, or empty. */
  Optional<String> fault(boolean plainHttp) {
    if (!isUrl(plainHttp)) {
      return Optional.of(
          "url has to be an address that begins with https://"
              + (plainHttp ? " or http://" : "")
              + " and has neither a user nor a fragment");
    }
    Filter filter = filter();
    if (!RULES.containsAll(filter.rules())) {
      return Optional.of("rules are among " + RULES.stream().sorted().toList());
    }
    if (!PRIORITIES.containsAll(filter.priorities())) {
      return Optional.of("priorities are among " + PRIORITIES.stream().sorted().toList());
    }
    if (!STATES.containsAll(filter.states())) {
      return Optional.of("states are among " + STATES.stream().sorted().toList());
    }
    return Optional.empty();
  }

  private boolean isUrl(boolean plainHttp) {
    try {
      URI uri = URI.create(String.valueOf(url));
      boolean isScheme =
          "https".equalsIgnoreCase(uri.getScheme())
              || (plainHttp && "http".equalsIgnoreCase(uri.getScheme()));
      return isScheme
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
