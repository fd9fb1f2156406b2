package org.popliteus.engine;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeBaseException;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.PackedKnowledge;

/**
 * Assesses presentations by one knowledge base. Immutable; share it between threads, and swap it
 * for another to change the knowledge.
 *
 * <pre>{@code
 * Advisor advisor = Advisor.create();
 * Assessment assessment = advisor.assess(
 *     Presentation.builder().present("CALF_SWELLING").absent("CHEST_PAIN").build());
 * }</pre>
 *
 * <p>The first assessment waits only for the rules that its answers can concern, the second for all
 * of them, once; a host that minds assesses two empty presentations at its start.
 *
 * <p>It is not a medical device, and does not diagnose.
 */
public final class Advisor {
  private final KnowledgeBase knowledge;
  private final Assessor assessor;
  private final PresentationCheck check;

  private Advisor(KnowledgeBase knowledge, Function<RuleSet, RuleEngine> engine) {
    this.knowledge = knowledge;
    this.assessor = new Assessor(knowledge, engine);
    this.check = new PresentationCheck(knowledge);
  }

  /**
   * The knowledge base on the class path.
   *
   * @throws KnowledgeBaseException if there is none, more than one, or one that is not whole
   */
  public static Advisor create() {
    return pick(null);
  }

  /**
   * One of several knowledge bases on the class path.
   *
   * @param id its id, for example {@code posterior-knee}
   * @throws KnowledgeBaseException if there is no such one, or it is not whole
   */
  public static Advisor create(String id) {
    return pick(requireNonNull(id, "id"));
  }

  /**
   * A knowledge base in a folder, read and checked now.
   *
   * @param folder the folder that holds {@code kb.yaml}, or any above it that holds only one
   * @throws KnowledgeBaseException if it is missing, empty or wrong, with every mistake
   */
  public static Advisor load(Path folder) {
    RuleNetwork.warmUp();
    return new Advisor(KnowledgeBase.read(KnowledgeFiles.read(folder)), GrowingNetwork::new);
  }

  /**
   * A knowledge base that a tool has made, such as one with a rule changed, to be tried on some
   * people: at once ready, and slower than {@link #load} for many. The answers are the same.
   */
  public static Advisor trying(KnowledgeBase knowledge) {
    return new Advisor(knowledge, RuleByRule::new);
  }

  /** A knowledge base that is already read, and so is checked; as quick as {@link #load}. */
  public static Advisor of(KnowledgeBase knowledge) {
    return new Advisor(requireNonNull(knowledge, "knowledge"), GrowingNetwork::new);
  }

  private static Advisor pick(@Nullable String id) {
    RuleNetwork.warmUp();
    ClassLoader loader = Advisor.class.getClassLoader();
    List<KnowledgeBase> found = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(PackedKnowledge.RESOURCE))) {
        try (InputStream stream = url.openStream()) {
          found.add(PackedKnowledge.read(stream));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> ids = new ArrayList<>();
    List<KnowledgeBase> fitting = new ArrayList<>();
    for (KnowledgeBase one : found) {
      ids.add(one.id());
      if (id == null || one.id().equals(id)) {
        fitting.add(one);
      }
    }
    if (found.isEmpty()) {
      throw new KnowledgeBaseException(
          "no knowledge base on the class path\n"
              + "  Maybe add org.popliteus:rules-kb, or use Advisor.load(folder).");
    }
    if (fitting.isEmpty()) {
      throw new KnowledgeBaseException(
          "no knowledge base " + id + " on the class path\n  Maybe one of " + ids + ".");
    }
    if (fitting.size() > 1) {
      throw new KnowledgeBaseException(
          "more than one knowledge base on the class path: "
              + ids
              + "\n  Maybe pick one with Advisor.create(id), or remove the other.");
    }
    return new Advisor(fitting.get(0), GrowingNetwork::new);
  }

  /**
   * What the findings mean.
   *
   * @throws InvalidPresentationException with every problem, if the vocabulary does not know a
   *     code, a kind, an option, or a number's range, or a code is said twice with different
   *     answers
   */
  public Assessment assess(Presentation presentation) {
    check.check(presentation);
    return assessor.assess(presentation);
  }

  /**
   * The one door for untyped answers by code: true, false, "present", "absent" or "unknown",
   * numbers for what is measured, and the name of an option for what is chosen.
   *
   * @throws InvalidPresentationException with every problem
   */
  public Presentation presentation(Map<String, ?> answers) {
    return check.read(answers);
  }

  /** All that the knowledge base says: vocabulary, causes, advice, rules, sources. */
  public KnowledgeBase knowledge() {
    return knowledge;
  }

  /** Which knowledge this advisor uses. */
  public KnowledgeBaseVersion version() {
    return assessor.version();
  }
}
