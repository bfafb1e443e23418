package io.shelfcast.bench.training;

import io.shelfcast.bench.ChildJvm;
import io.shelfcast.lake.Lake;
import io.shelfcast.trainer.LakeTraining;
import io.shelfcast.trainer.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One training on a lake, from the newest snapshot to a published bundle, timed by phase. */
final class TrainingProbe {
  private TrainingProbe() {}

  /**
   * What it took.
   *
   * @param seconds by phase
   * @param megabytes most resident, by phase
   * @param trees of the published model
   */
  record Measured(Map<String, Double> seconds, Map<String, Long> megabytes, int trees) {}

  /** Arguments: the lake's folder, the most rows to learn from, the file for the result. */
  public static void main(String[] args) throws IOException {
    PhaseClock clock = new PhaseClock(System::nanoTime);
    Lake lake = Lake.open(Path.of(args[0]));
    LakeTraining training = new LakeTraining(lake, ZoneOffset.UTC, Clock.systemUTC(), clock);
    LakeTraining.Candidate candidate =
        training.train(
            lake.latest(),
            Optional.empty(),
            TrainingSettings.here(Integer.parseInt(args[1]), 1, true));
    training.publish(candidate);
    Map<String, Double> seconds = new TreeMap<>();
    Map<String, Long> megabytes = new TreeMap<>();
    clock
        .end()
        .forEach(
            (phase, spent) -> {
              seconds.put(phase.json(), spent.seconds());
              megabytes.put(phase.json(), spent.megabytes());
            });
    int trees = candidate.result().recipe().orElseThrow().trees();
    ChildJvm.tell(new Measured(seconds, megabytes, trees), args[2]);
  }
}
