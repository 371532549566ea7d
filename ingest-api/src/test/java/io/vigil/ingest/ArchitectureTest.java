package io.vigil.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vigil.schema.ArchitectureRules;

@AnalyzeClasses(packages = "io.vigil.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule capabilitiesAreFreeOfCycles =
      ArchitectureRules.capabilitiesAreFreeOfCycles("io.vigil.ingest");

  @ArchTest
  static final ArchRule knowsNoOtherService =
      ArchitectureRules.dependsOnNoOtherServiceThan("io.vigil.ingest");

  @ArchTest static final ArchRule readsNoClockInside = ArchitectureRules.readsNoClockInside();

  @ArchTest static final ArchRule neverSleeps = ArchitectureRules.neverSleeps();

  @ArchTest
  static final ArchRule readingIsPureButForTheStreamingParser =
      noClasses()
          .that()
          .resideInAPackage("io.vigil.ingest.reading")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..",
              "io.vigil.schema..",
              "org.jspecify..",
              "tools.jackson.core..",
              "io.vigil.ingest.reading");

  @ArchTest
  static final ArchRule onlyTheServerKnowsNetty =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.vigil.ingest.http")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");
}
