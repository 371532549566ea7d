package io.vigil.schema;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;

/** The few rules that make the architecture, for the ArchitectureTest of every module. */
public final class ArchitectureRules {
  private ArchitectureRules() {}

  /** Capabilities of a module, its direct sub-packages, do not depend on each other in circles. */
  public static ArchRule capabilitiesAreFreeOfCycles(String rootPackage) {
    return slices().matching(rootPackage + ".(*)..").should().beFreeOfCycles();
  }

  /** A service knows common-schema and itself, and no other module of ours. */
  public static ArchRule dependsOnNoOtherServiceThan(String rootPackage) {
    return noClasses()
        .that()
        .resideInAPackage(rootPackage + "..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "belong to another service",
                type ->
                    type.getPackageName().startsWith("io.vigil.")
                        && !type.getPackageName().startsWith("io.vigil.schema")
                        && !type.getPackageName().startsWith(rootPackage)));
  }

  /** These packages are pure: they know Java and common-schema alone. */
  public static ArchRule isPure(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(merged(packages, "java..", "io.vigil.schema..", "org.jspecify.."));
  }

  /** The wall clock is read at the edge, through an InstantSource, and nowhere else. */
  public static ArchRule readsNoClockInside() {
    return noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  /** Nothing waits by sleeping. */
  public static ArchRule neverSleeps() {
    return noClasses().should().callMethod(Thread.class, "sleep", long.class);
  }

  private static String[] merged(String[] packages, String... more) {
    String[] merged = java.util.Arrays.copyOf(packages, packages.length + more.length);
    System.arraycopy(more, 0, merged, packages.length, more.length);
    return merged;
  }
}
