package io.vigil.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.schema.registry.Device;
import io.vigil.schema.registry.Patient;
import io.vigil.schema.registry.Patient.Priority;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.RegistryEntry;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DevicesTest {
  /** What {@code printf vgd_abc | sha256sum} says. */
  private static final String HASH_OF_VGD_ABC =
      "33f7c3be2144bb9c1e05cffa136aa621d26a9199c40baf7e655ee9cf0c27fef6";

  private final Registry registry = new Registry();
  private final Devices devices = new Devices(registry, () -> true);

  @Test
  void knowsADeviceByItsToken() {
    put(new Device("dev-1", Set.of("p-0001"), TokenHash.of("vgd_abc")));

    assertThat(devices.ofToken("vgd_abc")).map(PushingDevice::id).contains("dev-1");
    assertThat(devices.ofToken("vgd_abd")).isEmpty();
    assertThat(devices.ofToken("")).isEmpty();
  }

  @Test
  void knowsNoDeviceByAHashOrAnId() {
    put(new Device("dev-1", Set.of("p-0001"), TokenHash.of("vgd_abc")));

    assertThat(devices.ofToken(TokenHash.of("vgd_abc"))).isEmpty();
    assertThat(devices.ofToken("dev-1")).isEmpty();
  }

  @Test
  void hashesAsEverybodyDoes() {
    assertThat(TokenHash.of("vgd_abc")).isEqualTo(HASH_OF_VGD_ABC);
  }

  @Test
  void forgetsATokenThatWasReplacedOrRevoked() {
    put(new Device("dev-1", Set.of("p-0001"), TokenHash.of("vgd_old")));
    put(new Device("dev-1", Set.of("p-0001"), TokenHash.of("vgd_new")));
    assertThat(devices.ofToken("vgd_old")).isEmpty();
    assertThat(devices.ofToken("vgd_new")).isPresent();

    registry.apply("device/dev-1", null);

    assertThat(devices.ofToken("vgd_new")).isEmpty();
  }

  @Test
  void pushesForItsPatientsAlone() {
    put(new Device("dev-1", Set.of("p-0001"), TokenHash.of("vgd_one")));
    put(new Device("ward", Set.of("p-0001", "p-0002"), TokenHash.of("vgd_two")));
    put(new Device("spare", Set.of(), TokenHash.of("vgd_none")));

    assertThat(device("vgd_one").onlyPatient()).isEqualTo("p-0001");
    assertThat(device("vgd_one").covers("p-0002")).isFalse();
    assertThat(device("vgd_two").onlyPatient()).isNull();
    assertThat(device("vgd_two").covers("p-0002")).isTrue();
    assertThat(device("vgd_none").onlyPatient()).isNull();
    assertThat(device("vgd_none").covers("p-0001")).isFalse();
  }

  @Test
  void knowsWhoIsAdmittedNow() {
    put(new Device("dev-1", Set.of("p-0001"), TokenHash.of("vgd_one")));
    PushingDevice device = device("vgd_one");
    assertThat(device.isAdmitted("p-0001")).isFalse();

    put(new Patient("p-0001", "Ada", "Ward 3", "12", Priority.NORMAL, Instant.EPOCH));
    assertThat(device.isAdmitted("p-0001")).isTrue();

    registry.apply("patient/p-0001", null);
    assertThat(device.isAdmitted("p-0001")).isFalse();
  }

  private PushingDevice device(String token) {
    return devices.ofToken(token).orElseThrow();
  }

  private void put(RegistryEntry entry) {
    registry.apply(entry.key(), entry.toJson());
  }
}
