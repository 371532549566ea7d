package io.vigil.generator;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.vigil.schema.ArchitectureRules;

@AnalyzeClasses(
    packages = "io.vigil.generator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule capabilitiesAreFreeOfCycles =
      ArchitectureRules.capabilitiesAreFreeOfCycles("io.vigil.generator");

  @ArchTest
  static final ArchRule knowsNoOtherService =
      ArchitectureRules.dependsOnNoOtherServiceThan("io.vigil.generator");

  @ArchTest
  static final ArchRule signalIsPure = ArchitectureRules.isPure("io.vigil.generator.signal..");

  @ArchTest static final ArchRule readsNoClock = ArchitectureRules.readsNoClockInside();

  @ArchTest static final ArchRule neverSleeps = ArchitectureRules.neverSleeps();

  @ArchTest
  static final ArchRule neverTalksToKafka =
      ArchRuleDefinition.noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.vigil.schema.wire..");
}
