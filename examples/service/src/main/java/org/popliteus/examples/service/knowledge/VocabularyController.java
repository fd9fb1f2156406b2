package org.popliteus.examples.service.knowledge;

import io.swagger.v3.oas.annotations.Operation;
import org.popliteus.engine.Advisor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the questions. */
@RestController
class VocabularyController {
  private final Vocabulary vocabulary;

  VocabularyController(Advisor advisor) {
    this.vocabulary =
        new Vocabulary(
            1,
            advisor.knowledge().findings().stream().map(Vocabulary.Entry::of).toList(),
            Vocabulary.KnowledgeBase.of(advisor.version()));
  }

  @Operation(
      summary = "What a presentation may say",
      description = "Every finding of the knowledge base: its code, question, kind and range.")
  @GetMapping(path = "/vocabulary", produces = MediaType.APPLICATION_JSON_VALUE)
  Vocabulary vocabulary() {
    return vocabulary;
  }
}
