package io.vigil.schema;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "io.vigil.schema", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule capabilitiesAreFreeOfCycles =
      ArchitectureRules.capabilitiesAreFreeOfCycles("io.vigil.schema");

  @ArchTest
  static final ArchRule knowsNoSpring =
      ArchRuleDefinition.noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest static final ArchRule readsNoClock = ArchitectureRules.readsNoClockInside();

  @ArchTest static final ArchRule neverSleeps = ArchitectureRules.neverSleeps();
}
