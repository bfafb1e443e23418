package io.shelfcast.job.aws;

import io.shelfcast.job.JobMetric;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.aws.TargetTable.PutOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** One subtask's writer of targets: puts, counts, and decides which faults to live with. */
@SuppressWarnings("deprecation") // what Flink 2.2 wants in its place is not there in 1.20
final class TargetWriter extends AsyncSinkWriter<TableWrite, TableWrite> {
  /** Stands for the size of any item; the buffer is bounded by number. */
  private static final long ITEM_BYTES = TargetItem.BYTES_PER_UNIT;

  private final String table;
  private final TargetTable targets;
  private final Counter published;
  private final Counter refused;
  private final Counter retried;
  private final DoubleAdder writeUnits = new DoubleAdder();
  private final Freshness freshness = new Freshness(System.currentTimeMillis());

  TargetWriter(
      WriterInitContext context,
      String table,
      TargetTable targets,
      Collection<BufferedRequestState<TableWrite>> buffered) {
    super((write, any) -> write, context, configuration(), buffered);
    this.table = table;
    this.targets = targets;
    MetricGroup metrics = context.metricGroup().addGroup(JobMetric.GROUP);
    published = counter(JobMetric.PUBLISHED, metrics);
    refused = counter(JobMetric.PUTS_REFUSED, metrics);
    retried = counter(JobMetric.PUTS_RETRIED, metrics);
    metrics.gauge(JobMetric.WRITE_UNITS.json(), (Gauge<Double>) writeUnits::sum);
    percentile(JobMetric.FRESHNESS_P50_MS, 50, metrics);
    percentile(JobMetric.FRESHNESS_P99_MS, 99, metrics);
    context.metricGroup().histogram(FreshnessMetric.NAME, new FreshnessMetric(freshness));
  }

  private static AsyncSinkWriterConfiguration configuration() {
    return AsyncSinkWriterConfiguration.builder()
        .setMaxBatchSize(1)
        .setMaxBatchSizeInBytes(ITEM_BYTES)
        .setMaxInFlightRequests(TargetSink.MAX_IN_FLIGHT)
        .setMaxBufferedRequests(TargetSink.MAX_BUFFERED)
        .setMaxTimeInBufferMS(100)
        .setMaxRecordSizeInBytes(ITEM_BYTES)
        .build();
  }

  private static Counter counter(JobMetric metric, MetricGroup metrics) {
    return metrics.counter(metric.json(), new ThreadSafeSimpleCounter());
  }

  private void percentile(JobMetric metric, double percent, MetricGroup metrics) {
    metrics.gauge(
        metric.json(),
        (Gauge<Long>) () -> freshness.percentile(percent, System.currentTimeMillis()));
  }

  @Override
  protected void submitRequestEntries(List<TableWrite> writes, ResultHandler<TableWrite> result) {
    TableWrite write = writes.get(0);
    targets
        .put(write)
        .whenComplete(
            (outcome, fault) -> {
              if (fault == null) {
                count(write, outcome);
                result.complete();
              } else {
                live(fault, writes, result);
              }
            });
  }

  private void count(TableWrite write, PutOutcome outcome) {
    writeUnits.add(outcome.writeUnits());
    if (!outcome.isAccepted()) {
      refused.inc();
      return;
    }
    published.inc();
    if (write.oldestArrival() != 0) {
      long now = System.currentTimeMillis();
      freshness.record(now - write.oldestArrival(), now);
    }
  }

  private void live(Throwable fault, List<TableWrite> writes, ResultHandler<TableWrite> result) {
    Optional<String> fatal = TableFault.fatal(fault, table);
    if (fatal.isPresent()) {
      result.completeExceptionally(new IllegalStateException(fatal.get(), fault));
    } else {
      retried.inc();
      result.retryForEntries(writes);
    }
  }

  @Override
  protected long getSizeInBytes(TableWrite write) {
    return ITEM_BYTES;
  }

  @Override
  public void close() {
    super.close();
    targets.close();
  }
}
