package org.popliteus.examples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Tables in Parquet: {@code id}, which may be missing, and {@code findings}. */
final class TableSource implements Source {
  private static final String ID = "id";
  private static final String FINDINGS = "findings";
  private static final DataType MAP =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);
  private static final Set<DataType> IDS =
      Set.of(DataTypes.StringType, DataTypes.LongType, DataTypes.IntegerType);

  private final Dataset<Row> table;

  /**
   * Opens it.
   *
   * @throws BadInput if the table has other columns
   */
  TableSource(SparkSession spark, InputFiles input) {
    this.table = spark.read().parquet(input.named());
    check(input.named(), table.schema());
  }

  private static void check(String named, StructType schema) {
    List<String> columns = List.of(schema.fieldNames());
    List<String> wrong = new ArrayList<>();
    if (!columns.contains(FINDINGS)) {
      wrong.add("there is no column " + FINDINGS + " among " + columns);
    }
    for (StructField column : schema.fields()) {
      DataType type = column.dataType();
      if (column.name().equals(ID) && !IDS.contains(type)) {
        wrong.add("the column id is a string or a whole number, and this is " + type.sql());
      }
      // a map that can hold null is read too
      if (column.name().equals(FINDINGS)
          && !type.equals(DataTypes.StringType)
          && !DataType.equalsIgnoreNullability(type, MAP)) {
        wrong.add(
            "the column findings is a MAP<STRING, STRING>, or a STRING with a JSON object,"
                + " and this is "
                + type.sql());
      }
    }
    if (!wrong.isEmpty()) {
      throw new BadInput(
          named + " cannot be read: " + String.join("; ", wrong),
          "Maybe make them in SQL: select id, map('AGE_YEARS', '34', 'FEVER', 'absent') as"
              + " findings.");
    }
  }

  /** Columns that are there and not read. */
  List<String> otherColumns() {
    return List.of(table.schema().fieldNames()).stream()
        .filter(name -> !name.equals(ID) && !name.equals(FINDINGS))
        .toList();
  }

  @Override
  public Size size() {
    return new Size(table.count(), 0, table.javaRDD().getNumPartitions());
  }

  @Override
  public JavaRDD<InputRow> rows() {
    boolean named = List.of(table.schema().fieldNames()).contains(ID);
    Column id = named ? col(ID).cast(DataTypes.StringType) : lit(null).cast(DataTypes.StringType);
    return table
        .select(id, col(FINDINGS), col("_metadata.file_path"), col("_metadata.row_index"))
        .javaRDD()
        .map(TableSource::row);
  }

  private static InputRow row(Row row) {
    Object findings = row.get(1);
    return new TableRow(
        InputFiles.shown(new Path(URI.create(row.getString(2)))),
        row.getLong(3) + 1,
        row.getString(0),
        findings == null || findings instanceof String ? findings : row.getJavaMap(1));
  }
}
