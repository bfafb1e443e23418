package io.shelfcast.producer;

import io.shelfcast.producer.simulate.Simulation;
import io.shelfcast.producer.timeline.Disturbance;
import io.shelfcast.producer.timeline.Progress;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tills}: the tills of a simulated world write to the stream. */
@Command(
    name = "tills",
    description = {
      "Lets simulated tills write to the stream.",
      "",
      "The same seed, sizes and start give the same world; its past is back-filled by",
      "  backfill simulated, with the same options.",
      "Event times follow the replay's clock: run the job with source.clock=replay.",
      ""
    })
public final class TillsCommand implements Callable<Integer> {
  private static final double USUAL_SPEED_UP = 60;
  private static final double SECONDS_A_DAY = 86_400;

  @Mixin private WorldOptions world;
  @Mixin private PaceOptions pace;
  @Mixin private StreamOptions stream;
  @Spec private CommandSpec spec;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Sales a second to aim at, in place of a speed-up.")
  private Double rate;

  @Override
  public Integer call() {
    double speedUp = speedUp();
    Simulation simulation =
        new Simulation(
            world.options(pace.tick(speedUp), pace.closeAfter(), pace.disturbance(world.seed())));
    try (Progress progress = Progress.bar("tills", simulation.from(), simulation.to())) {
      Delivery delivery = new Delivery(stream.address(), speedUp, stream.ledger(), null, progress);
      return Interruptible.run(delivery, simulation.timeline(), spec);
    }
  }

  private double speedUp() {
    if (rate == null) {
      return pace.speedUp(USUAL_SPEED_UP);
    }
    if (pace.hasSpeedUp() || !(rate > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--rate needs a number above zero and no --speedup beside it");
    }
    Simulation simulation =
        new Simulation(world.options(Duration.ofHours(1), Duration.ofHours(1), Disturbance.NONE));
    return rate * SECONDS_A_DAY / simulation.expectedSalesADay();
  }
}
