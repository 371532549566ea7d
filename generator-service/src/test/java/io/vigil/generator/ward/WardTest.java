package io.vigil.generator.ward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WardTest {
  @Test
  void namesThePatientsInOrder() {
    Ward ward = Ward.of(21);

    assertThat(ward.beds().get(0))
        .isEqualTo(new Bed("p-0001", "Ada Byron", "Ward 3 West", "01", false));
    assertThat(ward.beds().get(20))
        .isEqualTo(new Bed("p-0021", "Rebecca Lee Crumpler", "Ward 3 East", "01", false));
    assertThat(ward.devices().get(0))
        .isEqualTo(new Device("dev-p-0001", ward.beds().subList(0, 1)));
  }

  @Test
  void givesAFewPatientsHighPriority() {
    assertThat(Ward.of(20).beds())
        .filteredOn(Bed::highPriority)
        .extracting(Bed::patient)
        .containsExactly("p-0003", "p-0010", "p-0017");
  }

  @Test
  void givesNobodyANameTwiceInAHundred() {
    assertThat(Ward.of(100).beds()).extracting(Bed::name).doesNotHaveDuplicates();
  }

  @Test
  void findsNobodyWhoIsNotSimulated() {
    assertThat(Ward.of(4).bedOf("p-0004")).isPresent();
    assertThat(Ward.of(4).bedOf("p-0005")).isEmpty();
  }

  @Test
  void sharesDevicesWhereAWardHasAGateway() {
    Ward ward = Ward.of(250, 100);

    assertThat(ward.devices())
        .extracting(Device::id)
        .containsExactly("ward-of-100-0001", "ward-of-100-0002", "ward-of-100-0003");
    assertThat(ward.devices())
        .extracting(device -> device.beds().size())
        .containsExactly(100, 100, 50);
    assertThat(ward.devices().get(1).patients()).startsWith("p-0101");
  }

  @Test
  void mayBeEmpty() {
    assertThat(Ward.of(0).beds()).isEmpty();
    assertThat(Ward.of(0, 100).devices()).isEmpty();
  }
}
