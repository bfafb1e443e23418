package io.shelfcast.trainer.flink;

import io.shelfcast.lake.Lake;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.trainer.ConsoleProgress;
import io.shelfcast.trainer.LakeTraining;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.TrainOptions;
import io.shelfcast.trainer.TrainRequest;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.series.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train-on-flink}: as {@code train}, with the rows found by bounded Flink jobs. */
@Command(
    name = "train-on-flink",
    description = {
      "Trains a model as train does, with the rows found by bounded Flink jobs:",
      "on a cluster in this process, or on the one it is submitted to."
    },
    sortOptions = false)
public final class TrainOnFlinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TrainOptions options;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      description = "Workers that read and find rows (default: ${DEFAULT-VALUE}).")
  private int parallelism;

  @Option(
      names = "--hand-over",
      paramLabel = "URI",
      description = {
        "Folder that all workers reach, for what they find",
        "(default: a temporary one on this machine)."
      })
  private String handOver;

  @Override
  public Integer call() throws IOException {
    Lake lake = options.openLake();
    TrainRequest request = options.request();
    Snapshot snapshot = request.snapshot().map(lake::snapshot).orElseGet(lake::refresh);
    LakeCut cut =
        new LakeCut(
            options.lake(),
            snapshot.name(),
            request.zone(),
            LakeTraining.endOf(request.asOf(), request.zone()));
    Progress progress = ConsoleProgress.of(spec);
    LakeTraining training = new LakeTraining(lake, request.zone(), Clock.systemUTC(), progress);
    try (FlinkHistories histories =
        new FlinkHistories(cut, Parts.of(cut.events()), parallelism, handOver(), progress)) {
      training.publish(
          training.train(
              histories,
              TrainingSettings.here(request.mostRows(), request.seed(), request.force())));
    }
    return 0;
  }

  private HandOver handOver() throws IOException {
    return new HandOver(
        handOver == null
            ? Files.createTempDirectory("shelfcast-rows").toUri().toString()
            : handOver + "/" + UUID.randomUUID());
  }
}
