package io.shelfcast.aws;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Fate;
import io.shelfcast.event.RandomEvents;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.archive.LakeSinks;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Form;
import io.shelfcast.job.state.Forms;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import io.shelfcast.target.TargetVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** Parquet files that the job's own sinks wrote, and the columns they turn out to have. */
final class JobFiles {
  private static final int DAY = 20_000;
  private static final long ARRIVED_AT = DAY * 86_400_000L;

  private JobFiles() {}

  /** Runs each of the job's archive sinks once, into a lake. */
  static void write(Path lake) throws Exception {
    StreamExecutionEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(1);
    flink.setRuntimeMode(RuntimeExecutionMode.BATCH);
    LakeSinks sinks = new LakeSinks(lake.toUri());
    send(flink, event(), Forms.ARCHIVED_EVENT, sinks.events());
    send(flink, decision(), Forms.DECISION, sinks.decisions());
    send(flink, refused(), Forms.REFUSED, sinks.refused());
    flink.execute();
  }

  private static <T> void send(
      StreamExecutionEnvironment flink, T row, Form<T> form, Sink<T> sink) {
    flink.fromData(List.of(row), BinaryType.of(form)).sinkTo(sink);
  }

  private static ArchivedEvent event() {
    return new ArchivedEvent(
        new RandomEvents(1).next(), Fate.APPLIED, ArchivedEvent.Origin.LIVE, ARRIVED_AT, DAY, 1, 1);
  }

  private static Decision decision() {
    long[] measures = new long[Measure.values().length];
    Arrays.fill(measures, 10_000);
    InventoryTarget target =
        new InventoryTarget(
            new StoreProductKey("store", "product"),
            new TargetVersion(1, DAY - 1, 1, 1, true),
            ARRIVED_AT,
            false,
            false,
            measures);
    return new Decision(null, target, Decision.Reason.values()[0], 0, 0, null);
  }

  private static RefusedRecord refused() {
    return new RefusedRecord(new byte[] {1}, "quantity is not a number", ARRIVED_AT);
  }

  /** Names and types, as SQL writes them, of the columns in the file of a table. */
  static List<String> columns(Path lake, LakeTable table) throws IOException {
    try (Stream<Path> files = Files.walk(lake.resolve(table.folder()))) {
      Path file = files.filter(f -> f.toString().endsWith(".parquet")).findAny().orElseThrow();
      try (ParquetFileReader reader = ParquetFileReader.open(inputOf(file))) {
        List<String> columns = new ArrayList<>();
        for (Type type : reader.getFileMetaData().getSchema().getFields()) {
          columns.add(type.getName() + " " + sql(type));
        }
        return columns;
      }
    }
  }

  private static HadoopInputFile inputOf(Path file) throws IOException {
    return HadoopInputFile.fromPath(
        new org.apache.hadoop.fs.Path(file.toUri()), new Configuration());
  }

  /** Reads the file's own schema, so that nothing here follows the model of columns. */
  private static String sql(Type type) {
    var logical = type.getLogicalTypeAnnotation();
    if (logical instanceof StringLogicalTypeAnnotation) {
      return "string";
    }
    if (logical instanceof DateLogicalTypeAnnotation) {
      return "date";
    }
    if (logical instanceof TimestampLogicalTypeAnnotation) {
      return "timestamp";
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
    }
    if (logical instanceof ListLogicalTypeAnnotation) {
      Type element = type.asGroupType().getType(0).asGroupType().getType(0);
      return "array<" + sql(element) + ">";
    }
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case INT64 -> "bigint";
      case BOOLEAN -> "boolean";
      case FLOAT -> "float";
      case BINARY -> "binary";
      default -> throw new IllegalStateException("no SQL type for " + type);
    };
  }
}
