package org.popliteus.examples.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.popliteus.engine.Advisor;
import org.popliteus.examples.benchmarks.growth.PowerLaw.Point;
import org.popliteus.examples.benchmarks.growth.Sizes.Each;
import org.popliteus.examples.benchmarks.growth.Sizes.Once;
import org.popliteus.examples.benchmarks.plot.Csv;
import org.popliteus.examples.benchmarks.plot.Lines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Generated knowledge bases of 50 to 5,000 rules, 5 to 100 findings, and fitted exponents. */
@Command(
    name = "growth",
    description = "How build, load, memory and assessment grow with the rules and what fires.")
public final class Growth implements Callable<Integer> {
  private static final int[] RULES = {50, 100, 200, 400, 800, 1_600, 3_200, 5_000};
  private static final int[] FINDINGS = {5, 10, 20, 50, 100};
  private static final int WARM_UP_RULES = 800;

  /** From here on a design that bends upwards has been seen to bend. */
  private static final int MANY = 800;

  /** With fewer, what every assessment costs hides what a fired rule costs. */
  private static final int SOME_FIRED = 10;

  static final long SEED = 11;

  @Option(names = "--quick", description = "About four minutes instead of 15.")
  private boolean quick;

  @Option(names = "--out", description = "Where the files go; the current folder by default.")
  private Path out = Path.of("");

  private final List<Once> once = new ArrayList<>();
  private final List<Each> each = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(out);
    Sizes sizes = new Sizes(new Costs(quick ? 1.5 : 10));
    measure(sizes, WARM_UP_RULES);
    once.clear();
    each.clear();
    for (int rules : RULES) {
      System.err.println(rules + " rules");
      measure(sizes, rules);
    }
    print();
    csv();
    plot();
    return 0;
  }

  private void measure(Sizes sizes, int rules) throws Exception {
    Path folder = Files.createTempDirectory("generated-rules");
    try {
      KnowledgeFolder.write(folder, rules, SEED);
      once.add(sizes.once(folder));
      Advisor advisor = Advisor.load(folder);
      for (int findings : FINDINGS) {
        each.add(sizes.each(advisor, findings));
      }
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void print() {
    System.out.println(
        "| rules | check and read, ms | packed, ms | first answer, ms | whole network, ms"
            + " | retained, MB |");
    System.out.println("|--:|--:|--:|--:|--:|--:|");
    for (Once one : once) {
      System.out.printf(
          Locale.ROOT,
          "| %,d | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
          one.rules(),
          one.check(),
          one.load(),
          one.first(),
          one.whole(),
          one.retained());
    }
    System.out.println("\n| rules | findings | fired | us an assessment | kB | us a fired rule |");
    System.out.println("|--:|--:|--:|--:|--:|--:|");
    for (Each one : each) {
      System.out.printf(
          Locale.ROOT,
          "| %,d | %d | %.1f | %.1f | %.1f | %.2f |%n",
          one.rules(),
          one.findings(),
          one.fired(),
          one.micros(),
          one.bytes() / 1e3,
          one.micros() / one.fired());
    }
    System.out.println("\n| exponent | all | from 800 rules |");
    System.out.println("|---|--:|--:|");
    printExponent("check and read, by rules", Once::check);
    printExponent("packed, by rules", Once::load);
    printExponent("first answer, by rules", Once::first);
    printExponent("whole network, by rules", Once::whole);
    printExponent("retained, by rules", Once::retained);
    String some = ", by fired rules (at least " + SOME_FIRED + ")";
    printExponent("assessment" + some, each, Each::micros);
    printExponentWithin("assessment" + some + ", the same rules", each, Each::micros);
    printExponent("bytes" + some, each, Each::bytes);
    System.out.println();
  }

  private void printExponent(String name, ToDoubleFunction<Once> cost) {
    List<Point> all = new ArrayList<>();
    List<Point> many = new ArrayList<>();
    for (Once one : once) {
      Point point = new Point(one.rules(), cost.applyAsDouble(one));
      all.add(point);
      if (one.rules() >= MANY) {
        many.add(point);
      }
    }
    printExponent(name, all, many);
  }

  private static void printExponent(String name, List<Each> each, ToDoubleFunction<Each> cost) {
    List<Point> all = new ArrayList<>();
    List<Point> many = new ArrayList<>();
    byFired(each, cost, 0).values().forEach(all::addAll);
    byFired(each, cost, MANY).values().forEach(many::addAll);
    printExponent(name, all, many);
  }

  private static void printExponentWithin(
      String name, List<Each> each, ToDoubleFunction<Each> cost) {
    printLine(
        name,
        PowerLaw.exponentWithin(byFired(each, cost, 0).values()),
        PowerLaw.exponentWithin(byFired(each, cost, MANY).values()));
  }

  /** The cost against the fired rules, a line for each knowledge base of at least so many rules. */
  private static Map<Integer, List<Point>> byFired(
      List<Each> each, ToDoubleFunction<Each> cost, int leastRules) {
    Map<Integer, List<Point>> lines = new TreeMap<>();
    for (Each one : each) {
      if (one.fired() >= SOME_FIRED && one.rules() >= leastRules) {
        lines
            .computeIfAbsent(one.rules(), r -> new ArrayList<>())
            .add(new Point(one.fired(), cost.applyAsDouble(one)));
      }
    }
    return lines;
  }

  private static void printExponent(String name, List<Point> all, List<Point> many) {
    printLine(name, PowerLaw.exponent(all), PowerLaw.exponent(many));
  }

  private static void printLine(String name, double all, double many) {
    System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f |%n", name, all, many);
  }

  private void csv() throws IOException {
    Csv build = new Csv("rules", "checkMs", "packedMs", "firstMs", "wholeNetworkMs", "retainedMb");
    for (Once one : once) {
      build.add(one.rules(), one.check(), one.load(), one.first(), one.whole(), one.retained());
    }
    build.write(out.resolve("growth-build.csv"));
    Csv assess = new Csv("rules", "findings", "fired", "micros", "bytes");
    for (Each one : each) {
      assess.add(one.rules(), one.findings(), one.fired(), one.micros(), one.bytes());
    }
    assess.write(out.resolve("growth-assess.csv"));
  }

  private void plot() throws IOException {
    Lines build = new Lines("Once, by rules", "rules", "ms; MB");
    List<Double> rules = once.stream().map(one -> (double) one.rules()).toList();
    build.add("check and read, ms", rules, once.stream().map(Once::check).toList());
    build.add("packed, ms", rules, once.stream().map(Once::load).toList());
    build.add("first answer, ms", rules, once.stream().map(Once::first).toList());
    build.add("whole network, ms", rules, once.stream().map(Once::whole).toList());
    build.add("retained, MB", rules, once.stream().map(Once::retained).toList());
    build.write(out.resolve("growth-build.svg"));
    Lines assess = new Lines("An assessment, by rules that fire", "fired rules", "us");
    for (int size : RULES) {
      List<Each> some = each.stream().filter(one -> one.rules() == size).toList();
      assess.add(
          size + " rules",
          some.stream().map(Each::fired).toList(),
          some.stream().map(Each::micros).toList());
    }
    assess.write(out.resolve("growth-assess.svg"));
  }
}
