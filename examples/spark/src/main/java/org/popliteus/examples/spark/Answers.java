package org.popliteus.examples.spark;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.Assessment;
import org.popliteus.engine.Cause;
import org.popliteus.engine.Escalation;
import org.popliteus.engine.KnowledgeBaseVersion;
import org.popliteus.engine.Problem;
import org.popliteus.engine.Recommendation;
import org.popliteus.engine.Withheld;

/**
 * The table of answers, one row for each row of the input. Its words are those of the JSON; a row
 * has either an urgency or problems.
 */
final class Answers {
  static final String ID = "id";
  static final String URGENCY = "urgency";
  static final String PROBLEMS = "problems";

  static final StructType SCHEMA =
      struct(
          text(ID),
          text("file"),
          field("row", DataTypes.LongType),
          text(URGENCY),
          field("provisional", DataTypes.BooleanType),
          list("escalations", struct(text("rule"), text(URGENCY), text("action"), text("within"))),
          list(
              "causes",
              struct(
                  text("code"),
                  field("rank", DataTypes.IntegerType),
                  text("likelihood"),
                  field("share", DataTypes.DoubleType),
                  field("must_exclude", DataTypes.BooleanType))),
          list("advice", struct(text("code"), field("rank", DataTypes.IntegerType), text("rule"))),
          list("withheld", struct(text("code"), text("rule"))),
          list("rules", DataTypes.StringType),
          list(
              PROBLEMS,
              struct(
                  text("kind"),
                  text("code"),
                  text("value"),
                  text("message"),
                  text("maybe"),
                  text("where"))),
          field(
              "knowledge_base",
              struct(text("id"), text("version"), text("status"), text("sha256"))));

  private static final Object[] NONE = {};

  private Answers() {}

  static Row assessed(InputRow row, @Nullable String id, Assessment assessment) {
    return RowFactory.create(
        id,
        row.file(),
        row.number(),
        word(assessment.urgency()),
        assessment.provisional(),
        all(assessment.escalations(), Answers::escalation),
        all(assessment.causes(), Answers::cause),
        all(assessment.recommendations(), Answers::advice),
        all(assessment.withheld(), Answers::withheld),
        assessment.firedRules().toArray(),
        NONE,
        version(assessment.knowledgeBase()));
  }

  static Row rejected(
      InputRow row, @Nullable String id, List<Problem> problems, KnowledgeBaseVersion version) {
    return RowFactory.create(
        id,
        row.file(),
        row.number(),
        null,
        null,
        NONE,
        NONE,
        NONE,
        NONE,
        NONE,
        all(problems, problem -> problem(row, problem)),
        version(version));
  }

  private static Row escalation(Escalation escalation) {
    return RowFactory.create(
        escalation.provenance().rule(),
        word(escalation.urgency()),
        escalation.action(),
        escalation.within().toString());
  }

  private static Row cause(Cause cause) {
    return RowFactory.create(
        cause.code(), cause.rank(), word(cause.likelihood()), cause.share(), cause.mustExclude());
  }

  private static Row advice(Recommendation advice) {
    return RowFactory.create(advice.code(), advice.rank(), advice.provenance().rule());
  }

  private static Row withheld(Withheld withheld) {
    return RowFactory.create(withheld.code(), withheld.provenance().rule());
  }

  private static Row problem(InputRow row, Problem problem) {
    return RowFactory.create(
        word(problem.kind()),
        problem.code(),
        problem.value(),
        problem.message(),
        problem.maybe(),
        row.where(problem.line(), problem.column()));
  }

  private static Row version(KnowledgeBaseVersion version) {
    return RowFactory.create(version.id(), version.version(), version.status(), version.sha256());
  }

  private static <T> Object[] all(List<T> values, Function<T, Row> row) {
    Object[] rows = new Object[values.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row.apply(values.get(i));
    }
    return rows;
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static StructType struct(StructField... fields) {
    return DataTypes.createStructType(fields);
  }

  private static StructField text(String name) {
    return field(name, DataTypes.StringType);
  }

  private static StructField list(String name, DataType of) {
    return field(name, DataTypes.createArrayType(of, false));
  }

  private static StructField field(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }
}
