package org.popliteus.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FindingsCommandTest {

  @Test
  void listsCodesAndQuestionsByGroup() {
    Run run = Run.watched("", "findings", "--kb", Run.SMALL);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            The answer is present, absent or unknown, where nothing else is said.

            PERSON                                                            --group person

              AGE_YEARS      How old are you? (a number from 0 to 110 years)
              SEX_AT_BIRTH   What sex were you assigned at birth? (one of female, male)

            SWELLING                                                        --group swelling

              CALF_SWELLING  Is one calf more swollen than the other? SCREEN RED FLAG

            CHEST                                                              --group chest

              CHEST_PAIN     Do you have chest pain? SCREEN RED FLAG

            PAIN                                                                --group pain

              WORSE_RUNNING  Does running make it worse?
              EXAM_TENDER    Tender calf (examiner)

            MEDICINES                                                      --group medicines

              CI_KIDNEY      Kidney problems?
            """);
  }

  @Test
  void listsOneGroup() {
    Run run = Run.watched("", "findings", "--kb", Run.SMALL, "--group", "chest");

    assertThat(run.out()).contains("CHEST_PAIN").doesNotContain("AGE_YEARS");
  }

  @Test
  void suggestsTheGroupThatWasMeant() {
    Run run = Run.of("findings", "--kb", Run.SMALL, "--group", "chet");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("popliteus: there is no group chet\n  Maybe chest?\n");
  }

  @Test
  void writesEverythingAsJson() {
    Run run = Run.of("findings", "--kb", Run.SMALL);

    assertThat(run.status()).isZero();
    assertThat(run.lines()).hasSize(1);
    assertThat(run.out())
        .startsWith("{\"schema\":1,\"findings\":[{\"code\":\"AGE_YEARS\"")
        .contains("\"kind\":\"numeric\",\"unit\":\"years\",\"least\":0,\"most\":110,")
        .contains("\"kind\":\"choice\",\"options\":[\"female\",\"male\"]")
        .contains("\"screen\":true,\"redFlag\":true")
        .contains("\"snomed\":\"709044004\"")
        .contains("\"knowledgeBase\":{\"id\":\"small\",\"version\":\"1.0\",\"status\":\"draft\"");
  }

  @Test
  void listsTheWholeVocabularyOfThePackagedKnowledgeBase() throws IOException {
    int codes = 0;
    try (JsonParser json = new JsonFactory().createParser(Run.of("findings").out())) {
      while (json.nextToken() != null) {
        codes += "code".equals(json.currentName()) && json.currentToken().isScalarValue() ? 1 : 0;
      }
    }
    assertThat(codes).isEqualTo(180);
  }
}
