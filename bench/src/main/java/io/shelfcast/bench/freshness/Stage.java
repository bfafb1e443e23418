package io.shelfcast.bench.freshness;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.bench.ChildJvm;
import io.shelfcast.bench.ScratchFolder;
import io.shelfcast.bench.freshness.FreshnessProbe.Measured;
import io.shelfcast.bench.pipeline.Contestant;
import io.shelfcast.bench.pipeline.JobBase;
import io.shelfcast.bench.pipeline.Place;
import io.shelfcast.bench.pipeline.Seed;
import io.shelfcast.job.aws.TableAddress;
import io.shelfcast.job.aws.TargetSink;
import io.shelfcast.job.aws.TargetTable;
import io.shelfcast.local.Emulators;
import io.shelfcast.local.LocalState;
import io.shelfcast.local.Ports;
import java.net.URI;
import java.nio.file.Files;

/** Sets up what a {@link Trial} needs: a past for its store-products, an empty stream and table. */
final class Stage {
  private static final String HEAP = "1500m";
  private static final int PARALLELISM = 2;
  private static final int SHARDS = 2;

  /** Of the peer's events, so many are enough: each costs what the others cost. */
  private static final int EVENTS_OF_PEER = 20_000;

  private final Place place;

  Stage(Place place) {
    this.place = place;
  }

  /** Something done with a stream and a table that are up. */
  private interface Act<T> {
    T with(Ports ports) throws Exception;
  }

  private static <T> T withEmulators(Act<T> act) throws Exception {
    try (ScratchFolder scratch = ScratchFolder.create()) {
      Emulators emulators = Emulators.passing(new LocalState(scratch.path()));
      Ports ports = new Ports(JobBase.freePort(), JobBase.freePort(), JobBase.freePort());
      Thread end = new Thread(() -> emulators.down(line -> {}), "end of emulators");
      Runtime.getRuntime().addShutdownHook(end);
      emulators.up(ports, SHARDS, line -> {});
      try {
        return act.with(ports);
      } finally {
        emulators.down(line -> {});
        Runtime.getRuntime().removeShutdownHook(end);
      }
    }
  }

  /** The whole system. */
  Measured run(Trial trial) throws Exception {
    try (ScratchFolder savepoint = ScratchFolder.of(place.savepoint(Contestant.SHELFCAST));
        ScratchFolder checkpoints = ScratchFolder.of(place.checkpoints())) {
      Files.createDirectories(checkpoints.path());
      Seed.writeShelfcast(savepoint.path(), trial.shop(), place.bundle(), PARALLELISM);
      return withEmulators(
          ports ->
              new ChildJvm(FreshnessProbe.class, HEAP)
                  .run(
                      Measured.class,
                      new ObjectMapper().writeValueAsString(trial),
                      place.folder().toString(),
                      ports.kinesisEndpoint(),
                      ports.dynamodbEndpoint()));
    }
  }

  /** Write units for each event of the same traffic, with a write on each. */
  double unitsOfEachEvent(Trial trial) throws Exception {
    return withEmulators(
        ports -> {
          TableAddress address =
              new TableAddress(
                  "inventory-targets", "us-east-1", URI.create(ports.dynamodbEndpoint()));
          try (TargetTable table = TargetSink.opener(address).open()) {
            return new EachEvent(trial, place.bundle(), table)
                .unitsAnEvent(trial.traffic(), EVENTS_OF_PEER);
          }
        });
  }
}
