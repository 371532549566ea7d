package io.vigil.deploy.operator;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vigil.schema.ArchitectureRules;

@AnalyzeClasses(
    packages = "io.vigil.deploy.operator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule capabilitiesAreFreeOfCycles =
      ArchitectureRules.capabilitiesAreFreeOfCycles("io.vigil.deploy.operator");

  @ArchTest
  static final ArchRule dependsOnNoService =
      ArchitectureRules.dependsOnNoOtherServiceThan("io.vigil.deploy");

  @ArchTest
  static final ArchRule theComparisonIsPure =
      ArchitectureRules.isPure("io.vigil.deploy.operator.balance");

  @ArchTest static final ArchRule readsNoClock = ArchitectureRules.readsNoClockInside();

  @ArchTest static final ArchRule neverSleeps = ArchitectureRules.neverSleeps();
}
