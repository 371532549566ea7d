package io.vigil.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vigil.schema.ArchitectureRules;

@AnalyzeClasses(packages = "io.vigil.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule capabilitiesAreFreeOfCycles =
      ArchitectureRules.capabilitiesAreFreeOfCycles("io.vigil.gateway");

  @ArchTest
  static final ArchRule dependsOnNoOtherService =
      ArchitectureRules.dependsOnNoOtherServiceThan("io.vigil.gateway");

  @ArchTest static final ArchRule readsNoClock = ArchitectureRules.readsNoClockInside();

  @ArchTest static final ArchRule neverSleeps = ArchitectureRules.neverSleeps();
}
