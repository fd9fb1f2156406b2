package org.popliteus.engine.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackWriter} wrote, in the same order. */
final class PackReader {
  private final ByteBuffer in;
  private final String[] table;

  private interface Read<T> {
    T read();
  }

  PackReader(ByteBuffer in) {
    this.in = in;
    this.table = new String[in.getInt()];
    for (int i = 0; i < table.length; i++) {
      int length = in.getInt();
      table[i] =
          new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
      in.position(in.position() + length);
    }
  }

  KnowledgeBase read() {
    String sha256 = text();
    KnowledgeBase.Settings settings = settings();
    return new KnowledgeBase(
        settings,
        sha256,
        new Definitions(
            list(this::finding),
            list(this::cause),
            list(this::advice),
            list(this::factor),
            list(this::score),
            list(this::source),
            list(this::trace),
            list(this::rule)));
  }

  private String text() {
    return table[in.getInt()];
  }

  private @Nullable String optionalText() {
    int index = in.getInt();
    return index < 0 ? null : table[index];
  }

  private boolean flag() {
    return in.get() == 1;
  }

  private <T> List<T> list(Read<T> read) {
    int size = in.getInt();
    if (size == 0) {
      return List.of();
    }
    if (size == 1) {
      return List.of(read.read());
    }
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(read.read());
    }
    return List.copyOf(values);
  }

  private List<String> texts() {
    return list(this::text);
  }

  private <T> T oneOf(List<T> all) {
    return all.get(in.get());
  }

  private Location at() {
    return new Location(text(), in.getInt(), in.getInt());
  }

  private KnowledgeBase.Settings settings() {
    String id = text();
    String version = text();
    String title = text();
    String packageName = text();
    Map<String, Double> baseRates = new LinkedHashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      baseRates.put(text(), in.getDouble());
    }
    double likelyShare = in.getDouble();
    double likelyRatio = in.getDouble();
    double possibleShare = in.getDouble();
    RuleDefinition nothingAnswered = rule();
    RuleDefinition reviewWhenLikely = rule();
    Map<KnowledgeBase.Text, String> texts = new EnumMap<>(KnowledgeBase.Text.class);
    for (int left = in.getInt(); left > 0; left--) {
      texts.put(oneOf(PackWriter.TEXTS), text());
    }
    return new KnowledgeBase.Settings(
        id,
        version,
        title,
        packageName,
        baseRates,
        likelyShare,
        likelyRatio,
        possibleShare,
        nothingAnswered,
        reviewWhenLikely,
        texts);
  }

  private FindingDefinition finding() {
    return new FindingDefinition(
        text(),
        text(),
        text(),
        oneOf(PackWriter.FINDINGS),
        optionalText(),
        in.getDouble(),
        in.getDouble(),
        texts(),
        text(),
        flag(),
        flag(),
        flag(),
        flag(),
        texts(),
        flag() ? requirement() : null,
        optionalText(),
        optionalText(),
        optionalText(),
        at());
  }

  private Requirement requirement() {
    int kind = in.get();
    return switch (kind) {
      case 'p' -> new Requirement.IsPresent(text());
      case 'a' -> new Requirement.IsAbsent(text());
      case 'f' -> new Requirement.IsFromTo(text(), in.getDouble(), in.getDouble());
      case 'o' -> new Requirement.IsOption(text(), texts());
      case '&' -> new Requirement.All(list(this::requirement));
      case '|' -> new Requirement.Any(list(this::requirement));
      default -> throw new IllegalStateException("no requirement is written as " + kind);
    };
  }

  private CauseDefinition cause() {
    return new CauseDefinition(
        text(),
        text(),
        text(),
        in.getDouble(),
        text(),
        flag(),
        texts(),
        text(),
        text(),
        texts(),
        at());
  }

  private AdviceDefinition advice() {
    return new AdviceDefinition(
        text(),
        text(),
        text(),
        text(),
        parameters(),
        oneOf(PackWriter.CATEGORIES),
        in.getInt(),
        within(),
        list(this::requirement),
        texts(),
        at());
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      parameters.put(text(), text());
    }
    return parameters;
  }

  private @Nullable Duration within() {
    long seconds = in.getLong();
    return seconds < 0 ? null : Duration.ofSeconds(seconds);
  }

  private FactorDefinition factor() {
    return new FactorDefinition(text(), text(), list(this::prevention), at());
  }

  private FactorDefinition.Prevention prevention() {
    return new FactorDefinition.Prevention(text(), text(), texts());
  }

  private ScoreDefinition score() {
    return new ScoreDefinition(text(), text(), in.getDouble(), text(), text(), texts(), at());
  }

  private SourceDefinition source() {
    return new SourceDefinition(
        text(), text(), text(), year(), optionalText(), text(), text(), at());
  }

  private @Nullable Integer year() {
    int year = in.getInt();
    return year < 0 ? null : year;
  }

  private TraceDefinition trace() {
    return new TraceDefinition(text(), text(), texts(), optionalText(), at());
  }

  private RuleDefinition rule() {
    return new RuleDefinition(
        text(),
        text(),
        text(),
        texts(),
        text(),
        optionalText(),
        text(),
        optionalText(),
        texts(),
        list(this::pattern),
        list(this::conclusion),
        text(),
        at());
  }

  private Pattern pattern() {
    return new Pattern(oneOf(PackWriter.FACTS), list(this::constraint), at());
  }

  private Pattern.Constraint constraint() {
    return new Pattern.Constraint(text(), oneOf(PackWriter.OPERATORS), list(this::literal), at());
  }

  private Pattern.Literal literal() {
    return Pattern.Literal.of(text(), flag(), at());
  }

  private Conclusion conclusion() {
    return new Conclusion(oneOf(PackWriter.CONCLUSIONS), text(), in.getDouble(), at());
  }
}
