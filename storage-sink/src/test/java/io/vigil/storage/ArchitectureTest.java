package io.vigil.storage;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vigil.schema.ArchitectureRules;

@AnalyzeClasses(packages = "io.vigil.storage", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule capabilitiesAreFreeOfCycles =
      ArchitectureRules.capabilitiesAreFreeOfCycles("io.vigil.storage");

  @ArchTest
  static final ArchRule knowsNoOtherService =
      ArchitectureRules.dependsOnNoOtherServiceThan("io.vigil.storage");

  @ArchTest
  static final ArchRule seriesArePure = ArchitectureRules.isPure("io.vigil.storage.series");

  @ArchTest static final ArchRule readsNoClock = ArchitectureRules.readsNoClockInside();

  @ArchTest static final ArchRule neverSleeps = ArchitectureRules.neverSleeps();
}
