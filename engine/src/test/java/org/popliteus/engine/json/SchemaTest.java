package org.popliteus.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.popliteus.engine.knowledge.FindingDefinition;

/** The schemas describe what is read and what is written, and nothing else. */
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Presentations with something in each part of the answer, among others. */
  private static List<String> questions() {
    List<String> questions = new ArrayList<>();
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<String> findings = new ArrayList<>();
      for (FindingDefinition finding : Dragon.ADVISOR.knowledge().findings()) {
        if (random.nextInt(3) > 0) {
          findings.add("\"" + finding.code() + "\": " + answer(finding, random));
        }
      }
      questions.add(
          "{\"id\": \"" + seed + "\", \"findings\": {" + String.join(", ", findings) + "}}");
    }
    return questions;
  }

  private static String answer(FindingDefinition finding, Random random) {
    return switch (finding.kind()) {
      case NUMERIC -> String.valueOf(random.nextInt((int) (finding.most() * 2)) / 2.0);
      case CHOICE -> "\"" + finding.options().get(random.nextInt(finding.options().size())) + "\"";
      case TRI_STATE ->
          List.of("\"present\"", "true", "\"absent\"", "false", "\"unknown\"")
              .get(random.nextInt(5));
    };
  }

  @Test
  void everyPresentationThatIsReadFitsItsSchema() {
    assertThat(questions())
        .allSatisfy(question -> assertThat(Schemas.mistakesOfPresentation(question)).isEmpty());
  }

  @Test
  void everyAnswerFitsItsSchema() {
    assertThat(questions())
        .map(Dragon.CODEC::answer)
        .allSatisfy(answer -> assertThat(Schemas.mistakesOfAnswer(answer)).isEmpty());
  }

  /** Else the test before would say nothing about the empty ones. */
  @Test
  void everyListOfAnAnswerIsFilledSomewhere() throws Exception {
    Map<String, Integer> filled = new TreeMap<>();
    for (String question : questions()) {
      count("", JSON.readTree(Dragon.CODEC.answer(question)), filled);
    }
    assertThat(filled)
        .isNotEmpty()
        .allSatisfy((path, most) -> assertThat(most).as(path).isPositive());
    assertThat(filled)
        .containsKeys(
            "/escalations/mustExclude",
            "/causes/accompanies",
            "/recommendations/alsoBy",
            "/withheld/unanswered",
            "/contributingFactors/prevention",
            "/scores/items/findings",
            "/scores/open",
            "/dataNotes/findings");
  }

  private static void count(String path, JsonNode node, Map<String, Integer> filled) {
    if (node instanceof ArrayNode array) {
      filled.merge(path, array.size(), Math::max);
      array.forEach(item -> count(path, item, filled));
    } else if (node instanceof ObjectNode object) {
      object.properties().forEach(e -> count(path + "/" + e.getKey(), e.getValue(), filled));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"id\": 1}",
        "{\"id\": \"1\", \"findings\": {\"TAIL_COLD\": null, \"AGE_YEARS\": 1e99, \"x\": 1}}"
      })
  void everyErrorFitsTheSchema(String broken) {
    assertThat(Schemas.mistakesOfAnswer(Dragon.CODEC.answer(broken))).isEmpty();
  }

  /** Every member of every object is asked for, is of one kind, and stands beside no other. */
  @Test
  void anAnswerOfAnotherShapeDoesNotFit() throws Exception {
    JsonNode answer =
        JSON.readTree(
            Dragon.CODEC.answer(
                "{\"id\": \"1\", \"findings\": {\"AGE_YEARS\": 12, \"TAIL_SWOLLEN\": true,"
                    + " \"LONG_HOARD_WATCH\": true, \"PAIN_AT_TIP\": true, \"TAIL_COLD\": false}}"));
    List<ObjectNode> objects = new ArrayList<>();
    collect(answer, objects);
    assertThat(objects).hasSizeGreaterThan(20);
    for (ObjectNode object : objects) {
      spoil(answer, object);
    }
    assertThat(Schemas.mistakesOfAnswer(answer.toString())).isEmpty();
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    // the parameters of an advice may have any name
    if (node instanceof ObjectNode object && !object.isEmpty() && !object.has("minutes")) {
      objects.add(object);
    }
    node.forEach(child -> collect(child, objects));
  }

  private static void spoil(JsonNode answer, ObjectNode object) {
    object.put("unheardOf", "1");
    assertThat(Schemas.mistakesOfAnswer(answer.toString())).isNotEmpty();
    object.remove("unheardOf");
    for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      object.remove(name);
      assertThat(Schemas.mistakesOfAnswer(answer.toString())).as("without %s", name).isNotEmpty();
      object.putArray(name).addObject();
      assertThat(Schemas.mistakesOfAnswer(answer.toString())).as("[{}] for %s", name).isNotEmpty();
      object.set(name, value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "urgency":"same-day"      | "urgency":"SAME_DAY"
          "likelihood":"likely"     | "likelihood":"certain"
          "within":"PT24H"          | "within":"a day"
          "schema":1                | "schema":2
          "rank":1                  | "rank":0
          "rank":1                  | "rank":1.5
          "code":"FIRE_CLOT"        | "code":"fire clot"
          """)
  void anAnswerWithAnotherWordDoesNotFit(String right, String wrong) {
    String answer =
        Dragon.CODEC.answer("{\"findings\": {\"TAIL_SWOLLEN\": true, \"TAIL_COLD\": false}}");
    assertThat(answer).contains(right);
    assertThat(Schemas.mistakesOfAnswer(answer.replaceFirst(right, wrong))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"id\": 1, \"findings\": {}}",
        "{\"findings\": []}",
        "{\"findings\": {\"TAIL_COLD\": null}}",
        "{\"findings\": {\"TAIL_COLD\": [true]}}",
        "{\"findings\": {\"tail cold\": true}}",
        "{\"findings\": {}, \"more\": 1}"
      })
  void aPresentationOfAnotherShapeDoesNotFit(String wrong) {
    assertThat(Schemas.mistakesOfPresentation(wrong)).isNotEmpty();
    assertThat(Dragon.CODEC.answer(wrong)).contains("\"error\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"presentation.schema.json", "assessment.schema.json"})
  void aSchemaIsOneItself(String name) throws Exception {
    try (InputStream schema = JsonCodec.class.getResourceAsStream(name)) {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(SchemaLocation.of(SchemaId.V202012))
                  .validate(
                      new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON))
          .isEmpty();
    }
  }
}
