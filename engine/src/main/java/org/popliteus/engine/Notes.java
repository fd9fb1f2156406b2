package org.popliteus.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.popliteus.engine.Firing.Fired;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;

/** Says how contradicting and implausible answers were read. */
final class Notes {
  private static final int NOTES = ReadyRule.kinds(Conclusion.Kind.NOTE);

  private Notes() {}

  static List<DataNote> of(
      List<Fired> fired, List<List<String>> contradictions, KnowledgeBase knowledge) {
    List<DataNote> notes = new ArrayList<>();
    String contradiction =
        knowledge.settings().texts().getOrDefault(KnowledgeBase.Text.CONTRADICTION, "");
    for (List<String> pair : contradictions) {
      notes.add(new DataNote(pair, contradiction));
    }
    notes.sort(Comparator.comparing(note -> String.join(",", note.findings())));
    for (Fired rule : fired) {
      if (!rule.rule().concludes(NOTES)) {
        continue;
      }
      List<Conclusion> then = rule.rule().definition().then();
      for (int i = 0; i < then.size(); i++) {
        if (then.get(i).kind() == Conclusion.Kind.NOTE) {
          notes.add(new DataNote(rule.findings(), then.get(i).subject()));
        }
      }
    }
    return List.copyOf(notes);
  }
}
