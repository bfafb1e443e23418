package io.shelfcast.job.archive;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.lake.ArchivedDecision;
import io.shelfcast.lake.DecisionRows;
import io.shelfcast.lake.EventRows;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.RefusedRows;
import io.shelfcast.target.Decision;
import java.net.URI;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.formats.parquet.ParquetBuilder;
import org.apache.flink.formats.parquet.ParquetWriterFactory;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/**
 * The lake's tables as sinks: Parquet files, one for each day touched between two checkpoints,
 * visible once the checkpoint is complete and hence exactly once.
 */
public final class LakeSinks {
  private final URI root;

  /**
   * @param root of the lake, a local folder or in S3
   */
  public LakeSinks(URI root) {
    this.root = root;
  }

  /** Events by business day. */
  public Sink<ArchivedEvent> events() {
    return sink(LakeTable.EVENTS, EventRows::writer, ArchivedEvent::businessDay);
  }

  /** Decisions by the business day that was open. */
  public Sink<Decision> decisions() {
    return sink(LakeTable.DECISIONS, DecisionRows::writer, ArchivedDecision::dayOf);
  }

  /** Refused records by day of arrival. */
  public Sink<RefusedRecord> refused() {
    return sink(LakeTable.REFUSED, RefusedRows::writer, RefusedRows::dayOf);
  }

  private <T> Sink<T> sink(LakeTable table, ParquetBuilder<T> writer, DayBuckets.Day<T> day) {
    String base = root.toString().replaceAll("/+$", "");
    return FileSink.forBulkFormat(
            new Path(base + "/" + table.folder()), new ParquetWriterFactory<>(writer))
        .withBucketAssigner(new DayBuckets<>(day))
        .withRollingPolicy(OnCheckpointRollingPolicy.build())
        .withOutputFileConfig(OutputFileConfig.builder().withPartSuffix(".parquet").build())
        .build();
  }
}
