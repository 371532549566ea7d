package io.vigil.deploy.rehearsal;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vigil.schema.ArchitectureRules;

@AnalyzeClasses(
    packages = "io.vigil.deploy.rehearsal",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule CAPABILITIES_ARE_FREE_OF_CYCLES =
      ArchitectureRules.capabilitiesAreFreeOfCycles("io.vigil.deploy.rehearsal");

  @ArchTest static final ArchRule READS_NO_CLOCK_INSIDE = ArchitectureRules.readsNoClockInside();

  @ArchTest static final ArchRule NEVER_SLEEPS = ArchitectureRules.neverSleeps();
}
