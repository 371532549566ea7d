package io.vigil.alert;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vigil.schema.ArchitectureRules;

@AnalyzeClasses(packages = "io.vigil.alert", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule CAPABILITIES_ARE_FREE_OF_CYCLES =
      ArchitectureRules.capabilitiesAreFreeOfCycles("io.vigil.alert");

  @ArchTest
  static final ArchRule DEPENDS_ON_NO_OTHER_SERVICE =
      ArchitectureRules.dependsOnNoOtherServiceThan("io.vigil.alert");

  @ArchTest static final ArchRule RULES_ARE_PURE = ArchitectureRules.isPure("io.vigil.alert.rule");

  @ArchTest static final ArchRule READS_NO_CLOCK_INSIDE = ArchitectureRules.readsNoClockInside();

  @ArchTest static final ArchRule NEVER_SLEEPS = ArchitectureRules.neverSleeps();
}
