package org.popliteus.examples.benchmarks.asking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.popliteus.engine.Advisor;
import org.popliteus.engine.Urgency;
import org.popliteus.engine.interview.Interview;
import org.popliteus.engine.interview.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * How many questions it takes until urgency and first cause are what all answers give: as the
 * engine asks, in the order of the vocabulary, at random, and red flags first.
 */
@Command(
    name = "asking-orders",
    description = "How many answers it takes until urgency and first cause are settled.")
public final class AskingOrders implements Callable<Integer> {
  private static final int SEED = 21;

  @Parameters(arity = "0..1", description = "How many runners; 200 by default.")
  private int runners = 200;

  /** Prints medians and 90th percentiles. */
  @Override
  public Integer call() {
    Advisor advisor = Advisor.create();
    Interview interview = Interview.with(advisor, Setting.LAY);
    Runners drawn = new Runners(advisor.knowledge(), SEED);
    Random random = new Random(SEED);
    List<Integer> engine = new ArrayList<>();
    List<Integer> vocabulary = new ArrayList<>();
    List<Integer> chance = new ArrayList<>();
    List<Integer> redFlags = new ArrayList<>();
    List<Integer> asked = new ArrayList<>();
    Map<Urgency, Integer> urgencies = new EnumMap<>(Urgency.class);
    int tooLow = 0;
    int firstDiffers = 0;
    for (int i = 0; i < runners; i++) {
      Orders orders = new Orders(advisor, interview, drawn.next());
      urgencies.merge(orders.urgency(), 1, Integer::sum);
      Orders.Went went = orders.asTheEngineAsks();
      engine.add(went.needed());
      asked.add(went.asked());
      tooLow += went.urgencyTooLow() ? 1 : 0;
      firstDiffers += went.firstDiffers() ? 1 : 0;
      vocabulary.add(orders.inVocabularyOrder().needed());
      chance.add(orders.inRandomOrder(random).needed());
      redFlags.add(orders.redFlagsFirst().needed());
    }
    System.out.println(runners + " runners, " + urgencies);
    print("as the engine asks", engine);
    print("in the order of the vocabulary", vocabulary);
    print("at random", chance);
    print("red flags first, then the vocabulary", redFlags);
    print("asked until the engine stops", asked);
    System.out.printf(
        Locale.ROOT,
        "at the stop: urgency too low %d, another first cause %d%n",
        tooLow,
        firstDiffers);
    return 0;
  }

  private static void print(String order, List<Integer> questions) {
    Collections.sort(questions);
    System.out.printf(
        Locale.ROOT,
        "%-38s median %3d, 90th percentile %3d%n",
        order,
        questions.get(questions.size() / 2),
        questions.get(questions.size() * 9 / 10));
  }
}
