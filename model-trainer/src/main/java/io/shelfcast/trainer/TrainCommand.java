package io.shelfcast.trainer;

import io.shelfcast.lake.Lake;
import io.shelfcast.trainer.boost.TrainingFailed;
import io.shelfcast.trainer.sagemaker.MlRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: from a lake to a published model bundle, or to a decision not to publish one. */
@Command(
    name = "train",
    description = "Trains a model from the lake and publishes it if it wins.",
    sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TrainOptions options;

  @Option(
      names = "--ml-root",
      paramLabel = "DIR",
      description = "SageMaker's folders, used without --lake (default: ${DEFAULT-VALUE}).")
  private Path mlRoot = MlRoot.STANDARD;

  @Override
  public Integer call() throws IOException {
    MlRoot folders = new MlRoot(mlRoot);
    if (options.lake() == null && folders.isTraining()) {
      trainForSageMaker(folders);
      return 0;
    }
    TrainRequest request = options.request();
    Lake source = options.openLake();
    LakeTraining training = training(source, request);
    training.publish(trained(training, source, request, false));
    return 0;
  }

  private void trainForSageMaker(MlRoot folders) throws IOException {
    try {
      TrainRequest request = TrainRequest.of(folders.hyperparameters());
      boolean isChannel = request.lake().isEmpty();
      Lake source =
          isChannel
              ? Lake.open(folders.channel("lake").orElseThrow(TrainCommand::noLake))
              : Locations.lake(request.lake().get());
      LakeTraining training = training(source, request);
      LakeTraining.Candidate candidate = trained(training, source, request, isChannel);
      training.write(candidate, folders.modelFolder());
      if (!isChannel) {
        training.publish(candidate);
      }
    } catch (RuntimeException | IOException e) {
      folders.fail(Failures.sentence(e));
      throw e;
    }
  }

  private static TrainingFailed noLake() {
    return new TrainingFailed(
        "name the lake with the hyperparameter lake or give it as the input channel lake", null);
  }

  private LakeTraining training(Lake source, TrainRequest request) {
    return new LakeTraining(source, request.zone(), Clock.systemUTC(), ConsoleProgress.of(spec));
  }

  /** An input channel is a copy that nobody else writes to: its newest snapshot is all of it. */
  private static LakeTraining.Candidate trained(
      LakeTraining training, Lake source, TrainRequest request, boolean isChannel) {
    return training.train(
        request
            .snapshot()
            .map(source::snapshot)
            .orElseGet(() -> isChannel ? source.latest() : source.refresh()),
        request.asOf(),
        TrainingSettings.here(request.mostRows(), request.seed(), request.force()));
  }
}
