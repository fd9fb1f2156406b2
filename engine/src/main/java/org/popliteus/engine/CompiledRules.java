package org.popliteus.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.popliteus.engine.knowledge.Conclusion;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.RuleDefinition;

/** The rules of a knowledge base as Drools runs them, and the definition behind each. */
final class CompiledRules {
  private final KieBase kieBase;
  private final List<CompiledRule> rules;
  private final Map<String, CompiledRule> byName = new HashMap<>();

  /**
   * One rule, ready to be counted.
   *
   * @param index its place among all rules by id, from 0
   * @param definition what its file says
   * @param provenance where its conclusions come from
   */
  record CompiledRule(int index, RuleDefinition definition, Provenance provenance) {}

  private CompiledRules(KnowledgeBase knowledge, KieBase kieBase) {
    this.kieBase = kieBase;
    List<CompiledRule> rules = new ArrayList<>();
    for (RuleDefinition definition : knowledge.rules()) {
      CompiledRule rule = new CompiledRule(rules.size(), definition, provenance(definition));
      rules.add(rule);
      byName.put(definition.name(), rule);
    }
    this.rules = List.copyOf(rules);
    requireWhole(knowledge);
  }

  /**
   * Rules that were compiled when the knowledge base was built.
   *
   * @param modelClasses the generated classes, to be found by the class loader
   */
  static CompiledRules packaged(
      KnowledgeBase knowledge, List<String> modelClasses, ClassLoader loader) {
    List<Model> models = new ArrayList<>();
    for (String name : modelClasses) {
      try {
        models.add(
            Class.forName(name, true, loader)
                .asSubclass(Model.class)
                .getDeclaredConstructor()
                .newInstance());
      } catch (ReflectiveOperationException e) {
        throw new KnowledgeBaseException(
            "the compiled rules of "
                + knowledge.id()
                + " are not whole: "
                + name
                + " is missing\n  Maybe the jar was repackaged and lost classes.",
            e);
      }
    }
    return new CompiledRules(knowledge, KieBaseBuilder.createKieBaseFromModel(models));
  }

  /** Rules compiled now from their texts, which were checked before. */
  static CompiledRules compile(KnowledgeBase knowledge, KnowledgeFiles files) {
    try {
      return new CompiledRules(knowledge, RuleCompiler.compile(files, knowledge));
    } catch (NoClassDefFoundError e) {
      throw new KnowledgeBaseException(
          "a knowledge base is loaded from a folder only with the rules compiler on the class path\n"
              + "  Maybe add org.drools:drools-model-codegen and org.drools:drools-wiring-dynamic, in"
              + " the version of org.drools:drools-core.",
          e);
    }
  }

  static Provenance provenance(RuleDefinition rule) {
    return new Provenance(
        rule.id(),
        rule.at().file(),
        rule.at().line(),
        rule.because(),
        rule.sources(),
        rule.grade(),
        rule.status());
  }

  /** An empty or partly loaded knowledge base must not answer. */
  private void requireWhole(KnowledgeBase knowledge) {
    TreeSet<String> missing = new TreeSet<>(byName.keySet());
    TreeSet<String> foreign = new TreeSet<>();
    for (KiePackage kiePackage : kieBase.getKiePackages()) {
      for (Rule rule : kiePackage.getRules()) {
        if (!missing.remove(rule.getName())) {
          foreign.add(rule.getName());
        }
      }
    }
    if (!missing.isEmpty() || !foreign.isEmpty() || byName.isEmpty()) {
      throw new KnowledgeBaseException(
          "the compiled rules of "
              + knowledge.id()
              + " are not those of its files: "
              + byName.size()
              + " in the files, not compiled "
              + missing
              + ", not in the files "
              + foreign
              + "\n  Maybe build the knowledge base again from clean.");
    }
  }

  KieBase kieBase() {
    return kieBase;
  }

  /** All rules by id. */
  List<CompiledRule> rules() {
    return rules;
  }

  /** The rule that Drools calls by this name. */
  CompiledRule byName(String name) {
    CompiledRule rule = byName.get(name);
    if (rule == null) {
      throw new IllegalStateException("a rule fired that no file holds: " + name);
    }
    return rule;
  }

  /** Every rule that says this kind of thing of a subject. */
  List<CompiledRule> saying(Conclusion.Kind kind, String subject) {
    return rules.stream()
        .filter(
            rule ->
                rule.definition().then().stream()
                    .anyMatch(c -> c.kind() == kind && c.subject().equals(subject)))
        .toList();
  }
}
