package org.popliteus.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.popliteus.engine.CompiledRules.CompiledRule;
import org.popliteus.engine.fact.Finding;
import org.popliteus.engine.fact.Suspected;
import org.popliteus.engine.knowledge.Conclusion;

/**
 * What the rules say in one assessment: the listener knows which rule is speaking and on which
 * facts, so that a rule's author writes nothing for it.
 */
final class Firing extends DefaultAgendaEventListener implements Conclusions {
  private final CompiledRules rules;
  private final Set<String> contradicted;
  private final Fired[] fired;
  private Fired speaking;

  /** A rule that fired, once however many facts fit it. */
  static final class Fired {
    final CompiledRule rule;

    /** The codes that matched. */
    final Set<String> findings = new TreeSet<>();

    /** The causes that matched, in the second phase. */
    final Set<String> causes = new TreeSet<>();

    /** Whether it fired on facts of which none is contradicted. */
    boolean clean;

    private long said;

    Fired(CompiledRule rule) {
      this.rule = rule;
    }

    /** Whether this conclusion of the rule was drawn. */
    boolean said(int conclusion) {
      return (said & (1L << conclusion)) != 0;
    }
  }

  Firing(CompiledRules rules, Set<String> contradicted) {
    this.rules = rules;
    this.contradicted = contradicted;
    this.fired = new Fired[rules.rules().size()];
    this.speaking = new Fired(rules.rules().get(0));
  }

  /** By rule id; null where a rule did not fire. */
  Fired[] fired() {
    return fired;
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    CompiledRule rule = rules.byName(event.getMatch().getRule().getName());
    Fired current = fired[rule.index()];
    if (current == null) {
      current = new Fired(rule);
      fired[rule.index()] = current;
    }
    boolean clean = true;
    for (Object fact : event.getMatch().getObjects()) {
      if (fact instanceof Finding finding) {
        current.findings.add(finding.code());
        clean &= !contradicted.contains(finding.code());
      } else if (fact instanceof Suspected suspected) {
        current.causes.add(suspected.cause());
      }
    }
    current.clean |= clean;
    speaking = current;
  }

  private void say(Conclusion.Kind kind, String subject, double number) {
    List<Conclusion> then = speaking.rule.definition().then();
    for (int i = 0; i < then.size(); i++) {
      Conclusion conclusion = then.get(i);
      if (conclusion.kind() == kind
          && conclusion.number() == number
          && conclusion.subject().equals(subject)) {
        speaking.said |= 1L << i;
        return;
      }
    }
    throw new IllegalStateException(
        "the compiled rule " + speaking.rule.definition().id() + " is not the one in its file");
  }

  @Override
  public void supports(String cause, double ratio) {
    say(Conclusion.Kind.SUPPORTS, cause, ratio);
  }

  @Override
  public void opposes(String cause, double ratio) {
    say(Conclusion.Kind.OPPOSES, cause, ratio);
  }

  @Override
  public void emergency(String action) {
    say(Conclusion.Kind.EMERGENCY, action, 0);
  }

  @Override
  public void sameDay(String action) {
    say(Conclusion.Kind.SAME_DAY, action, 0);
  }

  @Override
  public void soon(String action) {
    say(Conclusion.Kind.SOON, action, 0);
  }

  @Override
  public void recommend(String advice) {
    say(Conclusion.Kind.RECOMMEND, advice, 0);
  }

  @Override
  public void withhold(String advice) {
    say(Conclusion.Kind.WITHHOLD, advice, 0);
  }

  @Override
  public void contributes(String factor) {
    say(Conclusion.Kind.CONTRIBUTES, factor, 0);
  }

  @Override
  public void score(String score, double points) {
    say(Conclusion.Kind.SCORE, score, points);
  }

  @Override
  public void note(String text) {
    say(Conclusion.Kind.NOTE, text, 0);
  }
}
