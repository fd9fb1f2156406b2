package org.popliteus.examples.spark;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.popliteus.engine.InvalidPresentationException;
import org.popliteus.engine.json.JsonCodec.Request;

/**
 * Answers the rows of a partition one after the other, each from itself alone: whenever it is done
 * again, the answers are the same.
 */
final class Assess implements FlatMapFunction<Iterator<InputRow>, Row> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<Knowledge> knowledge;

  Assess(Broadcast<Knowledge> knowledge) {
    this.knowledge = knowledge;
  }

  @Override
  public Iterator<Row> call(Iterator<InputRow> rows) {
    Knowledge.Shared shared = knowledge.value().shared();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return answer(shared, rows.next());
      }
    };
  }

  private static Row answer(Knowledge.Shared shared, InputRow row) {
    try {
      Request request = row.read(shared);
      return Answers.assessed(row, request.id(), shared.advisor().assess(request.presentation()));
    } catch (InvalidPresentationException e) {
      @Nullable String id = row.id(shared);
      return Answers.rejected(row, id, e.problems(), shared.advisor().version());
    }
  }
}
