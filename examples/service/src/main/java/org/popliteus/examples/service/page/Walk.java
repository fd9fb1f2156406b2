package org.popliteus.examples.service.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.Problem;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.interview.Interview;
import org.popliteus.engine.interview.NextQuestions;
import org.popliteus.engine.interview.Question;
import org.popliteus.engine.interview.Setting;
import org.popliteus.engine.knowledge.FindingDefinition;
import org.popliteus.engine.knowledge.FindingDefinition.Kind;
import org.popliteus.examples.service.assessments.Assessing;
import org.popliteus.examples.service.assessments.Assessing.Answer;
import org.popliteus.examples.service.assessments.Door;
import org.popliteus.examples.service.page.Sheet.Said;
import org.springframework.stereotype.Component;

/**
 * From one page to the next. While questions are asked nothing is kept: a person who leaves has
 * left nothing behind. The answer goes into the audit, as it is what people act on; so an emergency
 * is answered at once, and not after the questions that are left.
 */
@Component
class Walk {
  private final Advisor advisor;
  private final Assessing assessing;
  private final Interview alone;
  private final Interview examined;
  private final Drawing drawing;
  private final Pages pages;

  Walk(Advisor advisor, Assessing assessing, Drawing drawing, Pages pages) {
    this.advisor = advisor;
    this.assessing = assessing;
    this.alone = Interview.with(advisor, Setting.LAY);
    this.examined = Interview.with(advisor, Setting.CLINICIAN);
    this.drawing = drawing;
    this.pages = pages;
  }

  Reply start(Words words) {
    Form form = Form.empty();
    return drawing.isUseful()
        ? pages.start(form, Set.of(), false, words)
        : ask(form, "", "", "", words);
  }

  /** What follows on a form. */
  Reply after(Form form, Words words) {
    try {
      return switch (form.act()) {
        case "begin" -> proceed(form.with(form.sheet().with(marked(form))), words);
        case "answer" -> answered(form, words);
        case "back" -> back(form, words);
        case "change" -> change(form, words);
        case "stop" -> answer(form, words);
        case "on" -> ask(form.once(false), "", "", "", words);
        case "summary" -> shownAgain("summary", form, words);
        case "again" -> shownAgain("answer", form, words);
        default -> start(words);
      };
    } catch (InvalidPresentationException e) {
      return pages.problems(without(form, e.problems()), e.problems(), words);
    }
  }

  private List<Said> marked(Form form) {
    Set<String> places = new HashSet<>(form.places());
    List<Said> step = new ArrayList<>();
    for (FindingDefinition place : drawing.places()) {
      if (places.remove(place.code())) {
        step.add(new Said(place.code(), "present"));
      } else if (form.rest()) {
        step.add(new Said(place.code(), "absent"));
      }
    }
    // what is not on the list is for the advisor to refuse
    places.stream().sorted().forEach(code -> step.add(new Said(code, "present")));
    return step;
  }

  private Reply answered(Form form, Words words) {
    FindingDefinition question = advisor.knowledge().finding(form.question());
    String value = form.answer();
    if (question != null && question.kind() == Kind.NUMERIC && value.equals("number")) {
      Double number = TypedNumber.read(form.number());
      if (number == null || number < question.least() || number > question.most()) {
        String error = number == null ? "number.none" : "number.range";
        return ask(form, question.code(), form.number(), error, words);
      }
      value = form.number().strip();
    }
    Form after = form.with(form.sheet().with(List.of(new Said(form.question(), value))));
    return form.once() ? answer(after, words) : proceed(after, words);
  }

  private Reply proceed(Form form, Words words) {
    Presentation presentation = presentation(form);
    NextQuestions next = interview(form).next(presentation);
    boolean emergency =
        advisor.assess(presentation).urgency() == Urgency.EMERGENCY
            && form.seen() != Urgency.EMERGENCY;
    boolean settled = next.urgencyIsFinal() && next.rankingIsSettled() && form.seen() == null;
    return emergency || settled || next.questions().isEmpty()
        ? answer(form, words)
        : ask(form, "", "", "", words);
  }

  /** Who has changed one answer wants to see what comes of it, and not the next question. */
  private Reply change(Form form, Words words) {
    String code = form.question();
    String was = form.sheet().value(code);
    return ask(form.with(form.sheet().without(code)).once(true), code, was, "", words);
  }

  private Reply back(Form form, Words words) {
    List<Said> last = form.sheet().last();
    Form before = form.with(form.sheet().back()).shown(null, form.kept()).once(false);
    if (before.sheet().isEmpty() && drawing.isUseful()) {
      Set<String> marked =
          last.stream()
              .filter(said -> said.value().equals("present"))
              .map(Said::code)
              .collect(Collectors.toUnmodifiableSet());
      return pages.start(before, marked, marked.size() < last.size(), words);
    }
    return ask(before, "", "", "", words);
  }

  /**
   * Asks.
   *
   * @param code which question, where it is open; else the one that the engine puts first is asked
   * @param was what was answered to it or typed before
   * @param error the key of what is wrong with what was typed
   */
  private Reply ask(Form form, String code, String was, String error, Words words) {
    Presentation presentation = presentation(form);
    NextQuestions next = interview(form).next(presentation);
    if (next.questions().isEmpty()) {
      return answer(form, words);
    }
    Question question =
        next.questions().stream()
            .filter(open -> open.code().equals(code))
            .findFirst()
            .orElse(next.questions().get(0));
    Urgency seen = form.seen() == null ? null : advisor.assess(presentation).urgency();
    return pages.question(
        form.shown(seen, form.kept()),
        presentation,
        new Asked(question, next, question.code().equals(code) ? was : "", error),
        words);
  }

  private Reply answer(Form form, Words words) {
    Presentation presentation = presentation(form);
    Answer answer = assessing.assess(null, presentation, Door.PAGE);
    NextQuestions next = interview(form).next(presentation);
    Form shown = form.shown(answer.assessment().urgency(), answer.id()).once(false);
    return pages.answer("answer", shown, presentation, next, words);
  }

  /** The answer that was shown before, and so is not kept again. */
  private Reply shownAgain(String template, Form form, Words words) {
    Presentation presentation = presentation(form);
    return pages.answer(template, form, presentation, interview(form).next(presentation), words);
  }

  private Presentation presentation(Form form) {
    return advisor.presentation(form.sheet().answers(advisor.knowledge()));
  }

  private Interview interview(Form form) {
    return form.clinician() ? examined : alone;
  }

  private static Form without(Form form, List<Problem> problems) {
    Sheet sheet = form.sheet();
    for (Problem problem : problems) {
      if (problem.code() != null) {
        sheet = sheet.without(problem.code());
      }
    }
    return form.with(sheet);
  }
}
