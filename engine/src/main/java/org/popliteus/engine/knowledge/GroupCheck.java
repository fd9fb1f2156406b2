package org.popliteus.engine.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds a misspelt {@code @group}: a rule that is alone in its group, beside a group of the same
 * file that is spelt almost the same. Its evidence would count beside that group's.
 */
final class GroupCheck {
  private final KnowledgeFiles files;
  private final Diagnostics diagnostics;

  GroupCheck(KnowledgeFiles files, Diagnostics diagnostics) {
    this.files = files;
    this.diagnostics = diagnostics;
  }

  void check(List<RuleDefinition> rules) {
    Map<String, Map<String, List<RuleDefinition>>> byFile = new LinkedHashMap<>();
    for (RuleDefinition rule : rules) {
      if (rule.group() != null) {
        byFile
            .computeIfAbsent(rule.at().file(), f -> new LinkedHashMap<>())
            .computeIfAbsent(rule.group(), g -> new ArrayList<>())
            .add(rule);
      }
    }
    byFile.values().forEach(this::checkFile);
  }

  private void checkFile(Map<String, List<RuleDefinition>> groups) {
    groups.forEach(
        (group, rules) ->
            groups.forEach(
                (other, others) -> {
                  boolean fewer =
                      rules.size() == 1
                          && (others.size() > 1
                              || others.get(0).at().compareTo(rules.get(0).at()) < 0);
                  if (fewer && Spelling.isSlip(group, other)) {
                    diagnostics.report(
                        files.find(rules.get(0).at(), "@group"),
                        rules.get(0).id() + " is alone in the group " + group,
                        "Maybe " + other + "?");
                  }
                }));
  }
}
