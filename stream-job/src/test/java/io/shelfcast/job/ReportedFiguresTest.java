package io.shelfcast.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.shelfcast.job.aws.TableAddress;
import io.shelfcast.job.aws.TargetSink;
import io.shelfcast.job.scoring.FakeScorer;
import io.shelfcast.job.scoring.RemoteScorer;
import io.shelfcast.job.scoring.ShadowModel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedFiguresTest {
  @TempDir private Path lake;

  @Test
  void theJobShowsTheFiguresThatAlarmsAndDashboardsFollowAndNoOthers() throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, ReportedFigures.configuration());
    DemandForecastJob.define(
        env, TestSettings.of("lake.root", lake.toUri().toString()), new IntoDynamoDb());
    env.execute();

    assertEquals(
        Arrays.stream(JobMetric.values())
            .map(JobMetric::json)
            .collect(Collectors.toCollection(TreeSet::new)),
        ReportedFigures.names());
  }

  /**
   * One record that is no event, so that nothing is put and no table is needed. Models elsewhere,
   * which have figures of their own.
   */
  private static final class IntoDynamoDb extends InMemory {
    IntoDynamoDb() {
      super(
          List.of(
              new ArrivalReader(false)
                  .read("{}".getBytes(StandardCharsets.UTF_8), Tills.MIDNIGHT)));
    }

    @Override
    public ShadowModel shadow() {
      return new ShadowModel(FakeScorer::new, 1);
    }

    @Override
    public RemoteScorer.Opener remoteModel() {
      return FakeScorer::new;
    }

    @Override
    public Sink<TableWrite> targets() {
      return new TargetSink(
          new TableAddress("none", "us-east-1", URI.create("http://127.0.0.1:1")));
    }
  }
}
