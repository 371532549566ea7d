package io.vigil.schema.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.schema.limit.Limits;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final Patient ADA =
      new Patient("p-0001", "Ada Byron", "Ward 3 West", "12", Patient.Priority.HIGH, NOW);
  private static final Device MONITOR = new Device("dev-1", Set.of("p-0001"), "aa11");

  private final Registry registry = new Registry();

  @Test
  void knowsWhoIsAdmitted() {
    put(ADA);

    assertThat(registry.patient("p-0001")).contains(ADA);
    assertThat(registry.patients()).containsExactly(ADA);
  }

  @Test
  void forgetsWhoIsDischarged() {
    put(ADA);

    registry.apply(ADA.key(), null);

    assertThat(registry.patient("p-0001")).isEmpty();
  }

  @Test
  void knowsTheLimitsOfAWard() {
    Ward ward = new Ward("Ward 3 West", Limits.DEFAULTS);

    put(ward);
    assertThat(registry.ward("Ward 3 West")).contains(ward);

    registry.apply("ward/Ward 3 West", null);
    assertThat(registry.ward("Ward 3 West")).isEmpty();
  }

  @Test
  void findsADeviceByTheHashOfItsToken() {
    put(MONITOR);

    assertThat(registry.deviceOfTokenHash("aa11")).contains(MONITOR);
  }

  @Test
  void theOldTokenEndsWithTheNewOne() {
    put(MONITOR);

    put(new Device("dev-1", Set.of("p-0001"), "bb22"));

    assertThat(registry.deviceOfTokenHash("aa11")).isEmpty();
    assertThat(registry.deviceOfTokenHash("bb22")).isPresent();
  }

  @Test
  void aDeviceMayGetOtherPatientsUnderTheSameToken() {
    put(MONITOR);

    put(new Device("dev-1", Set.of("p-0002"), "aa11"));

    assertThat(registry.deviceOfTokenHash("aa11").orElseThrow().patients())
        .containsExactly("p-0002");
  }

  @Test
  void theTokenOfARevokedDeviceIsUnknown() {
    put(MONITOR);

    registry.apply(MONITOR.key(), null);

    assertThat(registry.deviceOfTokenHash("aa11")).isEmpty();
    assertThat(registry.device("dev-1")).isEmpty();
  }

  @Test
  void aGrantHoldsUntilItsEnd() {
    put(new Grant("p-0001", "dr-adams", NOW));

    assertThat(registry.isGranted("p-0001", "dr-adams", NOW.minusMillis(1))).isTrue();
    assertThat(registry.isGranted("p-0001", "dr-adams", NOW)).isFalse();
    assertThat(registry.isGranted("p-0001", "dr-baker", NOW.minusMillis(1))).isFalse();
  }

  @Test
  void aGrantWithoutEndHoldsUntilItIsRevoked() {
    Grant grant = new Grant("p-0001", "dr-adams", null);
    put(grant);
    assertThat(registry.isGranted("p-0001", "dr-adams", NOW)).isTrue();

    registry.apply(grant.key(), null);

    assertThat(registry.isGranted("p-0001", "dr-adams", NOW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "{\"kind\":\"bed\"}", "{\"kind\":\"patient\"}", "[1]"})
  void anEntryThatCannotBeReadChangesNothing(String value) {
    put(ADA);

    assertThatThrownBy(() -> registry.apply(ADA.key(), value.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(registry.patients()).containsExactly(ADA);
  }

  @Test
  void refusesAnEntryUnderAnothersKey() {
    assertThatThrownBy(() -> registry.apply("patient/p-0002", ADA.toJson()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("patient/p-0001");
  }

  @Test
  void tellsTheGrantsOfAPatient() {
    Grant adams = new Grant("p-0001", "dr-adams", null);
    Grant baker = new Grant("p-0001", "dr-baker", NOW);
    put(adams);
    put(baker);
    put(new Grant("p-0002", "dr-adams", null));

    assertThat(registry.grantsOf("p-0001")).containsExactlyInAnyOrder(adams, baker);
    assertThat(registry.grant("p-0001", "dr-baker")).contains(baker);
    assertThat(registry.grant("p-0002", "dr-baker")).isEmpty();
  }

  @Test
  void knowsWhoFollowsWhom() {
    Follow follow = new Follow("p-0001", "dr-adams");
    put(follow);

    assertThat(registry.isFollowed("p-0001", "dr-adams")).isTrue();
    assertThat(registry.isFollowed("p-0001", "dr-baker")).isFalse();
    assertThat(registry.followsOf("p-0001")).containsExactly(follow);
    assertThat(registry.isGranted("p-0001", "dr-adams", NOW)).isFalse();

    registry.apply(follow.key(), null);

    assertThat(registry.isFollowed("p-0001", "dr-adams")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"p-0001", "dr.adams", "A", "icu_3.bed-7"})
  void takesIds(String id) {
    assertThat(RegistryKey.isId(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a/b", "a b", "ä", "../x", "a\n"})
  void refusesWhatCannotBeAnId(String id) {
    assertThat(RegistryKey.isId(id)).isFalse();
  }

  private void put(RegistryEntry entry) {
    registry.apply(entry.key(), entry.toJson());
  }
}
