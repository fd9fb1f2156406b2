package org.popliteus.examples.service.page;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Problem;
import org.popliteus.engine.explain.Explanation;
import org.popliteus.engine.interview.NextQuestions;
import org.popliteus.engine.knowledge.CauseDefinition;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.examples.service.page.Form.Field;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the templates show, page by page. */
@Component
class Pages {
  private final Advisor advisor;
  private final KnowledgeBase knowledge;
  private final Drawing drawing;
  private final Templates templates;
  private final Clock clock;

  Pages(Advisor advisor, Drawing drawing, Templates templates, Clock clock) {
    this.advisor = advisor;
    this.knowledge = advisor.knowledge();
    this.drawing = drawing;
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * Where it hurts.
   *
   * @param marked codes that are ticked already
   * @param rest whether it was said before that this is all
   */
  Reply start(Form form, Set<String> marked, boolean rest, Words words) {
    Map<String, Object> model = model(form, Presentation.builder().build(), words);
    model.put("places", drawing.places());
    model.put(
        "drawn",
        drawing.places().stream().map(FindingDefinition::code).filter(drawing::isDrawn).toList());
    model.put("marked", marked);
    model.put("rest", rest);
    return reply(HttpStatus.OK, "start", model, words);
  }

  /** A question, and how it stands. */
  Reply question(Form form, Presentation presentation, Asked asked, Words words) {
    Assessment assessment = advisor.assess(presentation);
    Map<String, Object> model = model(form, presentation, words);
    model.put("question", asked.question());
    model.put("definition", definition(asked.question().code()));
    model.put("was", asked.was());
    model.put("error", asked.error());
    model.put("once", form.once());
    model.put("assessment", assessment);
    model.put("unscreened", isUnscreened(assessment));
    model.put("screen", screenSize());
    model.put("next", asked.next());
    model.put("answered", answered(form));
    return reply(
        asked.error().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
        "question",
        model,
        words);
  }

  /** The answer, on the screen or as a sheet for the doctor. */
  Reply answer(
      String template, Form form, Presentation presentation, NextQuestions next, Words words) {
    Explanation explanation = Explanation.of(advisor, presentation);
    Assessment assessment = explanation.assessment();
    Map<String, Object> model = model(form, presentation, words);
    model.put("explanation", explanation);
    model.put("assessment", assessment);
    model.put("next", next);
    model.put("answered", answered(form));
    List<Withholding> withholdings = Withholding.of(explanation);
    model.put("withholdings", withholdings);
    model.put("stopped", Withholding.stopped(withholdings));
    Set<String> listed =
        assessment.causes().stream().map(Cause::code).collect(Collectors.toUnmodifiableSet());
    model.put(
        "unlisted",
        knowledge.causes().stream()
            .map(CauseDefinition::code)
            .filter(code -> !listed.contains(code))
            .toList());
    model.put(
        "now",
        DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", words.language())
            .withZone(ZoneId.systemDefault())
            .format(clock.instant()));
    return reply(HttpStatus.OK, template, model, words);
  }

  /** Answers that the vocabulary does not allow. */
  Reply problems(Form without, List<Problem> problems, Words words) {
    Map<String, Object> model = model(without, Presentation.builder().build(), words);
    model.put("problems", problems);
    return reply(HttpStatus.UNPROCESSABLE_CONTENT, "problems", model, words);
  }

  /** Something failed; the form can be sent again as it was. */
  Reply failure(List<Field> sent, Words words) {
    Map<String, Object> model = model(Form.empty(), Presentation.builder().build(), words);
    model.put("sent", sent);
    return reply(HttpStatus.INTERNAL_SERVER_ERROR, "failure", model, words);
  }

  /** The page may not be used. */
  Reply closed(Words words) {
    return reply(
        HttpStatus.OK, "closed", model(Form.empty(), Presentation.builder().build(), words), words);
  }

  private Map<String, Object> model(Form form, Presentation presentation, Words words) {
    Map<String, Object> model = new HashMap<>();
    model.put("words", words);
    model.put("names", new Names(knowledge, words, presentation));
    model.put("title", knowledge.settings().title());
    model.put("version", advisor.version());
    model.put("hidden", form.hidden());
    model.put("side", form.side());
    model.put("clinician", form.clinician());
    model.put("kept", form.kept() == null ? "" : form.kept().toString());
    return model;
  }

  private Reply reply(HttpStatus status, String template, Map<String, ?> model, Words words) {
    return new Reply(status, templates.write(template, model), words.language());
  }

  private List<String> answered(Form form) {
    return List.copyOf(form.sheet().answers(knowledge).keySet());
  }

  /** Whether nothing but the missing answers raised the urgency. */
  private boolean isUnscreened(Assessment assessment) {
    String rule = knowledge.settings().nothingAnswered().id();
    return !assessment.escalations().isEmpty()
        && assessment.escalations().stream().allMatch(one -> one.provenance().rule().equals(rule));
  }

  private long screenSize() {
    return knowledge.findings().stream().filter(FindingDefinition::screen).count();
  }

  private FindingDefinition definition(String code) {
    FindingDefinition definition = knowledge.finding(code);
    if (definition == null) {
      throw new IllegalStateException("the vocabulary has no " + code);
    }
    return definition;
  }
}
