package org.popliteus.examples.benchmarks.growth;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Presentation;
import org.popliteus.engine.knowledge.KnowledgeBase;
import org.popliteus.engine.knowledge.KnowledgeFiles;
import org.popliteus.engine.knowledge.PackedKnowledge;

/** What one generated knowledge base costs. */
final class Sizes {
  private static final int PEOPLE = 64;
  private static final int SEED = 5;
  private static final double MEGA = 1e6;

  private final Costs costs;

  Sizes(Costs costs) {
    this.costs = costs;
  }

  /**
   * What a number of rules costs once; times in milliseconds.
   *
   * @param check reading and checking the folder
   * @param load the same without Drools, from the packed form
   * @param first the first assessment, for which a part of the network is built
   * @param whole the second, for which all of it is built
   * @param retained megabytes that stay, once two people were assessed
   */
  record Once(int rules, double check, double load, double first, double whole, double retained) {}

  /**
   * What an assessment costs once all is warm.
   *
   * @param fired how many rules fire, on average
   * @param micros of the processor
   * @param bytes allocated
   */
  record Each(int rules, int findings, double fired, double micros, double bytes) {}

  Once once(Path folder) throws Exception {
    double check = costs.milliseconds(() -> KnowledgeBase.read(KnowledgeFiles.read(folder)));
    KnowledgeBase knowledge = KnowledgeBase.read(KnowledgeFiles.read(folder));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    PackedKnowledge.write(knowledge, packed);
    byte[] bytes = packed.toByteArray();
    double load = costs.milliseconds(() -> PackedKnowledge.read(new ByteArrayInputStream(bytes)));
    Presentation person = Vocabulary.person(20, new Random(SEED));
    double first = costs.milliseconds(() -> Advisor.of(knowledge).assess(person));
    double both =
        costs.milliseconds(
            () -> {
              Advisor advisor = Advisor.of(knowledge);
              advisor.assess(person);
              return advisor.assess(person);
            });
    return new Once(
        knowledge.rules().size(), check, load, first, both - first, retained(bytes, person));
  }

  private static double retained(byte[] packed, Presentation person) throws Exception {
    long before = Costs.retained();
    Advisor advisor = Advisor.of(PackedKnowledge.read(new ByteArrayInputStream(packed)));
    advisor.assess(person);
    advisor.assess(person);
    long after = Costs.retained();
    if (advisor.knowledge().rules().isEmpty()) {
      throw new IllegalStateException("the advisor must live until it was weighed");
    }
    return (after - before) / MEGA;
  }

  Each each(Advisor advisor, int findings) throws Exception {
    List<Presentation> people = new ArrayList<>();
    Random random = new Random(SEED);
    int fired = 0;
    for (int i = 0; i < PEOPLE; i++) {
      Presentation person = Vocabulary.person(findings, random);
      people.add(person);
      fired += advisor.assess(person).firedRules().size();
    }
    Costs.Work all = () -> assess(advisor, people);
    double micros = costs.milliseconds(all) * 1e3 / PEOPLE;
    double bytes = Costs.allocated(all) / PEOPLE;
    int rules = advisor.knowledge().rules().size();
    return new Each(rules, findings, (double) fired / PEOPLE, micros, bytes);
  }

  private static Object assess(Advisor advisor, List<Presentation> people) {
    int causes = 0;
    for (Presentation person : people) {
      causes += advisor.assess(person).causes().size();
    }
    return causes;
  }
}
