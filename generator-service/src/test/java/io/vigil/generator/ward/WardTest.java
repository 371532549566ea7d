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
    assertThat(ward.beds().get(0).device()).isEqualTo("dev-p-0001");
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
  void mayBeEmpty() {
    assertThat(Ward.of(0).beds()).isEmpty();
  }
}
