package org.popliteus.examples.service.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Urgency;
import org.springframework.util.MultiValueMap;

/**
 * What a browser sent. Nothing in it is believed.
 *
 * @param sheet what was answered before
 * @param side which leg is drawn, {@code left} or {@code right}; no finding, and nothing rests on
 *     it
 * @param clinician whether a clinician examines
 * @param seen the urgency of the answer that was shown last; null while none was
 * @param kept the audit's name for the answer that was shown last; null while none was
 * @param once whether one answer is changed, after which the whole answer is shown again
 * @param act which button was pressed
 * @param question the code of the question that is answered
 * @param answer its answer; {@code number} where it is typed
 * @param number what was typed
 * @param places codes of the places that were marked
 * @param rest whether the places that were not marked do not hurt
 */
record Form(
    Sheet sheet,
    String side,
    boolean clinician,
    @Nullable Urgency seen,
    @Nullable UUID kept,
    boolean once,
    String act,
    String question,
    String answer,
    String number,
    List<String> places,
    boolean rest) {
  private static final Set<String> SIDES = Set.of("left", "right");

  static Form empty() {
    return new Form(
        Sheet.of(List.of()), "", false, null, null, false, "", "", "", "", List.of(), false);
  }

  static Form of(MultiValueMap<String, String> sent) {
    String answer = first(sent, "answer");
    return new Form(
        Sheet.of(sent.getOrDefault("said", List.of())),
        SIDES.contains(first(sent, "side")) ? first(sent, "side") : "",
        !first(sent, "clinician").isEmpty(),
        urgency(first(sent, "seen")),
        uuid(first(sent, "kept")),
        !first(sent, "once").isEmpty(),
        answer.isEmpty() ? first(sent, "do") : "answer",
        first(sent, "question"),
        answer,
        first(sent, "number"),
        List.copyOf(sent.getOrDefault("place", List.of())),
        !first(sent, "rest").isEmpty());
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    String value = sent.getFirst(name);
    return value == null ? "" : value;
  }

  private static @Nullable Urgency urgency(String name) {
    for (Urgency urgency : Urgency.values()) {
      if (urgency.name().equals(name)) {
        return urgency;
      }
    }
    return null;
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  Form with(Sheet sheet) {
    return copy(sheet, seen, kept, once);
  }

  Form shown(@Nullable Urgency seen, @Nullable UUID kept) {
    return copy(sheet, seen, kept, once);
  }

  Form once(boolean once) {
    return copy(sheet, seen, kept, once);
  }

  private Form copy(Sheet sheet, @Nullable Urgency seen, @Nullable UUID kept, boolean once) {
    return new Form(
        sheet, side, clinician, seen, kept, once, act, question, answer, number, places, rest);
  }

  /** What the next form carries on, without what this one answered. */
  Hidden hidden() {
    List<Field> fields = new ArrayList<>();
    sheet.fields().forEach(field -> fields.add(new Field("said", field)));
    if (!side.isEmpty()) {
      fields.add(new Field("side", side));
    }
    if (clinician) {
      fields.add(new Field("clinician", "yes"));
    }
    if (seen != null) {
      fields.add(new Field("seen", seen.name()));
    }
    if (kept != null) {
      fields.add(new Field("kept", kept.toString()));
    }
    if (once) {
      fields.add(new Field("once", "yes"));
    }
    return new Hidden(List.copyOf(fields));
  }

  /** The hidden fields of a form. */
  public record Hidden(List<Field> fields) {

    @Override
    public String toString() {
      return "Hidden";
    }
  }

  /** One hidden field. */
  public record Field(String name, String value) {

    @Override
    public String toString() {
      return "Field " + name;
    }
  }

  /** Says nothing of the answers, so that they cannot reach a log. */
  @Override
  public String toString() {
    return "Form";
  }
}
