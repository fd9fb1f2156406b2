package org.popliteus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.popliteus.engine.knowledge.KnowledgeBaseException;

/** The doors of the engine, and what they say when something is wrong. */
class AdvisorTest {
  private static final Path TINY = Path.of("src/test/resources/tiny");
  private static final Advisor ADVISOR = Advisor.load(TINY);

  private static List<Problem> problems(Map<String, ?> answers) {
    return catchThrowableOfType(
            InvalidPresentationException.class, () -> ADVISOR.presentation(answers))
        .problems();
  }

  @Test
  void withoutAKnowledgeBaseOnTheClassPathItSaysWhatToAdd() {
    assertThatThrownBy(Advisor::create)
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessage(
            "no knowledge base on the class path\n"
                + "  Maybe add org.popliteus:rules-kb, or use Advisor.load(folder).");
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> Advisor.load(Path.of("no/such/folder")))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("no folder at no/such/folder")
        .hasMessageContaining("Maybe");
  }

  @Test
  void anEmptyFolderIsNoKnowledgeBase(@TempDir Path folder) {
    assertThatThrownBy(() -> Advisor.load(folder))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("no kb.yaml in")
        .hasMessageContaining("Maybe");
  }

  @Test
  void aFolderWithoutRulesIsAnErrorAndNeverAnAnswer(@TempDir Path folder) throws IOException {
    copy(TINY, folder, ".yaml");
    assertThatThrownBy(() -> Advisor.load(folder))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("the knowledge base has no rule file");
  }

  @Test
  void aBrokenRuleIsNamedWithFileLineAndNextStep(@TempDir Path folder) throws IOException {
    copy(TINY, folder, "");
    Path file = folder.resolve("causes/tip-strain.drl");
    Files.writeString(file, Files.readString(file).replace("\"PAIN_AT_TIP\"", "\"PAIN_AT_TOP\""));
    KnowledgeBaseException e =
        catchThrowableOfType(KnowledgeBaseException.class, () -> Advisor.load(folder));
    assertThat(e.diagnostics()).hasSize(1);
    assertThat(e)
        .hasMessageContaining("causes/tip-strain.drl:")
        .hasMessageContaining("there is no finding PAIN_AT_TOP")
        .hasMessageContaining("Maybe PAIN_AT_TIP");
  }

  @Test
  void twoKnowledgeBasesBelowAFolderAreNamed(@TempDir Path folder) throws IOException {
    copy(TINY, folder.resolve("one"), "");
    copy(TINY, folder.resolve("two"), "");
    assertThatThrownBy(() -> Advisor.load(folder))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("more than one kb.yaml below");
  }

  private static void copy(Path from, Path to, String ending) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.toString().endsWith(ending)) {
              Path target = to.resolve(from.relativize(file).toString());
              Files.createDirectories(target.getParent());
              Files.copy(file, target);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Test
  void untypedAnswersOfEveryKindAreRead() {
    Presentation read =
        ADVISOR.presentation(
            Map.of(
                "TAIL_SWOLLEN", true,
                "TAIL_COLD", false,
                "PAIN_AT_TIP", "present",
                "PAIN_AT_ROOT", "absent",
                "MOULTING", "unknown",
                "AGE_YEARS", 34,
                "SCALE_COLOUR", "red"));
    assertThat(read)
        .isEqualTo(
            Presentation.builder()
                .present("PAIN_AT_TIP", "TAIL_SWOLLEN")
                .absent("TAIL_COLD", "PAIN_AT_ROOT")
                .unknown("MOULTING")
                .measured("AGE_YEARS", 34)
                .chosen("SCALE_COLOUR", "red")
                .build());
  }

  @Test
  void everyProblemComesAtOnceWithTheNextStep() {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("TAIL_COLT", "present");
    answers.put("AGE_YEARS", -1);
    answers.put("GIRTH_DIFF_CM", "3");
    answers.put("SCALE_COLOUR", "gren");
    answers.put("TAIL_COLD", 7);
    answers.put("PAIN_AT_TIP", null);
    List<Problem> problems = problems(answers);
    assertThat(problems)
        .extracting(Problem::kind)
        .containsExactly(
            Problem.Kind.UNKNOWN_CODE,
            Problem.Kind.OUT_OF_RANGE,
            Problem.Kind.WRONG_KIND,
            Problem.Kind.UNKNOWN_OPTION,
            Problem.Kind.WRONG_KIND,
            Problem.Kind.WRONG_KIND);
    assertThat(problems).allMatch(problem -> problem.maybe().startsWith("Maybe "));
    assertThat(problems.get(0).maybe()).isEqualTo("Maybe TAIL_COLD?");
    assertThat(problems.get(1).message())
        .isEqualTo("AGE_YEARS lies from 0 to 900 years, and this is -1");
    assertThat(problems.get(3).maybe()).isEqualTo("Maybe green?");
  }

  @Test
  void numbersThatAreNoneAreOutOfRange() {
    for (double number :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 900.1}) {
      assertThat(problems(Map.of("AGE_YEARS", number)))
          .extracting(Problem::kind)
          .containsExactly(Problem.Kind.OUT_OF_RANGE);
    }
  }

  @Test
  void aCodeSaidTwiceWithDifferentAnswersIsRefusedAndWithTheSameIsFine() {
    Presentation twice = Presentation.builder().present("TAIL_COLD").absent("TAIL_COLD").build();
    InvalidPresentationException e =
        catchThrowableOfType(InvalidPresentationException.class, () -> ADVISOR.assess(twice));
    assertThat(e.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.SAID_TWICE);
    Presentation same = Presentation.builder().present("TAIL_COLD", "TAIL_COLD").build();
    assertThat(ADVISOR.assess(same).urgency()).isEqualTo(Urgency.SOON);
  }

  @Test
  void fiveThousandUnknownFindingsAreFiveThousandProblems() {
    Map<String, Object> answers = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      answers.put("NO_SUCH_" + i, true);
    }
    assertThat(problems(answers)).hasSize(5_000);
  }

  @Test
  void noMessageThatAHostWouldLogHoldsAnAnswer() {
    InvalidPresentationException e =
        catchThrowableOfType(
            InvalidPresentationException.class,
            () -> ADVISOR.presentation(Map.of("AGE_YEARS", 987654, "TAIL_COLT", true)));
    assertThat(e.toString() + e.problems())
        .doesNotContain("987654")
        .doesNotContain("AGE_YEARS")
        .doesNotContain("TAIL_COLT")
        .contains("OUT_OF_RANGE=1")
        .contains("Maybe");
    assertThat(Presentation.builder().measured("AGE_YEARS", 987654).build().toString())
        .isEqualTo("Presentation of 1 findings");
  }
}
