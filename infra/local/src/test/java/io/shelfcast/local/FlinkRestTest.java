package io.shelfcast.local;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkRestTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String GROUP = "figures";

  @TempDir Path folder;

  /** Counts what passes, as a metric and as an accumulator. */
  static final class Count extends RichMapFunction<Long, Long> {
    private transient Counter metric;
    private final LongCounter accumulator = new LongCounter();

    @Override
    public void open(OpenContext context) {
      metric = getRuntimeContext().getMetricGroup().addGroup(GROUP).counter("passed");
      getRuntimeContext().addAccumulator("passed", accumulator);
    }

    @Override
    public Long map(Long value) {
      metric.inc();
      accumulator.add(1L);
      return value;
    }
  }

  @Test
  void aRunningJobIsCountedAndStoppedWithASavepoint() throws Exception {
    int port = FreePort.any();
    FlinkRest flink = new FlinkRest("http://127.0.0.1:" + port);
    assertThrows(FlinkRest.NoAnswer.class, flink::job);

    JobClient client = start(port);
    await(() -> flink.job().filter(FlinkRest.Job::isRunning).isPresent());
    FlinkRest.Job job = flink.job().orElseThrow();
    await(() -> flink.allTasksRun(job));
    await(() -> flink.accumulators(job).getOrDefault("passed", 0L) > 10);
    await(() -> passed(flink, job).sum() > 10);
    await(() -> passed(flink, job).max() < passed(flink, job).sum());

    String ticket = flink.stopWithDrain(job, folder);
    /* The cluster goes with its job, so that nobody is left to be asked for the job's state. */
    JobExecutionResult result = client.getJobExecutionResult().get(60, TimeUnit.SECONDS);

    Optional<Path> left = Checkpoints.newest(List.of(folder));
    assertTrue(left.isPresent(), "a savepoint is in " + folder + " for " + ticket);
    assertTrue(result.getAccumulatorResult("passed") instanceof Long);
  }

  private JobClient start(int port) throws Exception {
    Configuration settings = new Configuration();
    settings.set(RestOptions.BIND_PORT, Integer.toString(port));
    settings.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    settings.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, Duration.ofMillis(200));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(settings);
    env.setParallelism(2);
    /* No faster than this: an endless source at full speed leaves a small machine no time to stop. */
    env.fromSource(
            new DataGeneratorSource<>(
                n -> n, Long.MAX_VALUE, RateLimiterStrategy.perSecond(1000), Types.LONG),
            WatermarkStrategy.noWatermarks(),
            "numbers")
        .map(new Count())
        .sinkTo(new DiscardingSink<>());
    return env.executeAsync("counting");
  }

  private static JobMetrics.Value passed(FlinkRest flink, FlinkRest.Job job)
      throws FlinkRest.NoAnswer {
    return new JobMetrics(flink, GROUP).read(job).get("passed");
  }

  private static void await(Callable<Boolean> question) {
    assertTrue(
        Waiting.until(
            SOON,
            () -> {
              try {
                return question.call();
              } catch (Exception e) {
                return false;
              }
            }));
  }
}
