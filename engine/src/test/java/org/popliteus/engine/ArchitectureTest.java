package org.popliteus.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The shape of the engine, as a host relies on it. */
class ArchitectureTest {
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.popliteus.engine");

  @Test
  void theRootApiHasAtMost25PublicTypes() {
    List<String> types =
        ENGINE.stream()
            .filter(type -> type.getPackageName().equals("org.popliteus.engine"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::getSimpleName)
            .sorted()
            .toList();
    assertThat(types)
        .contains("Advisor", "Assessment", "Presentation")
        .hasSizeLessThanOrEqualTo(25);
  }

  @Test
  void noDroolsTypeStandsInAPublicSignature() {
    TreeSet<String> offenders = new TreeSet<>();
    for (JavaClass type : ENGINE) {
      if (!type.getModifiers().contains(JavaModifier.PUBLIC)) {
        continue;
      }
      for (JavaMember member : type.getMembers()) {
        boolean visible =
            member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
        if (visible) {
          for (JavaClass used : signature(member)) {
            if (used.getPackageName().startsWith("org.kie")
                || used.getPackageName().startsWith("org.drools")) {
              offenders.add(member.getFullName());
            }
          }
        }
      }
    }
    assertThat(offenders).isEmpty();
  }

  private static List<JavaClass> signature(JavaMember member) {
    return member.getAllInvolvedRawTypes().stream().toList();
  }

  @Test
  void knowledgeRunsNoRule() {
    noClasses()
        .that(resideInAnyPackage("org.popliteus.engine.knowledge", "org.popliteus.engine.fact"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.kie..", "org.drools..", "org.popliteus.engine"))
        .check(ENGINE);
  }

  @Test
  void onlyTheRootPackageKnowsDrools() {
    noClasses()
        .that(resideInAPackage("org.popliteus.engine.*"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.kie..", "org.drools.."))
        .check(ENGINE);
  }

  @Test
  void theRootPackageDoesNotDependOnWhatStandsAroundIt() {
    noClasses()
        .that(resideInAPackage("org.popliteus.engine"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.popliteus.engine.json..",
                "org.popliteus.engine.review..",
                "org.popliteus.engine.report..",
                "org.popliteus.engine.build..",
                "org.popliteus.engine.explain..",
                "org.popliteus.engine.interview..",
                "com.fasterxml..",
                "freemarker..",
                "org.snakeyaml.."))
        .check(ENGINE);
  }
}
