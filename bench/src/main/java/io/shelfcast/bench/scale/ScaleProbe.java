package io.shelfcast.bench.scale;

import io.shelfcast.bench.ChildJvm;
import io.shelfcast.bench.ResidentMemory;
import io.shelfcast.bench.pipeline.Contestant;
import io.shelfcast.bench.pipeline.CountedConnectors;
import io.shelfcast.bench.pipeline.JobBase;
import io.shelfcast.bench.pipeline.Meter;
import io.shelfcast.bench.pipeline.Place;
import io.shelfcast.bench.pipeline.Shop;
import io.shelfcast.job.DemandForecastJob;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One job with so many store-products, from a savepoint through a day's end to a restore. */
final class ScaleProbe {
  private static final int WARM = 100_000;
  private static final int MEASURED = 300_000;

  /** A third of the 24 GB that a million store-products may take. */
  private static final int STATE_MEGABYTES = 8_000;

  private static final Duration TRAFFIC = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Place place;
  private final Shop shop;

  private ScaleProbe(Place place, Shop shop) {
    this.place = place;
    this.shop = shop;
  }

  /**
   * What was found.
   *
   * @param bytesAKey of a checkpoint of a year's history, without ids of the window
   * @param bytesAnId that each event of the window adds
   * @param closeSeconds from midnight until every store-product is closed
   */
  record Measured(
      double eventsPerCore,
      double bytesAKey,
      double bytesAnId,
      double fullSeconds,
      double fullMegabytes,
      double incrementalSeconds,
      double incrementalMegabytes,
      double closeSeconds,
      double restoreSeconds,
      long peakMegabytes) {}

  /** Arguments: folder, number of store-products, days of history, the result's file. */
  public static void main(String[] args) throws Exception {
    Shop shop = new Shop(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    ChildJvm.tell(new ScaleProbe(new Place(Path.of(args[0])), shop).run(), args[3]);
    System.exit(0); // threads of the last cancelled job's cluster may live on
  }

  private Measured run() throws Exception {
    Meter.between(WARM, WARM + MEASURED);
    int port = JobBase.freePort();
    JobClient job = start(place.savepoint(Contestant.SHELFCAST).toUri().toString(), port);
    RunningJob flink = new RunningJob(port);
    flink.awaitRunning();
    RunningJob.Checkpoint full = flink.checkpoint();
    Stage.begin(Stage.FAST);
    RunningJob.await("the events", PATIENCE, Meter::isOver);
    Stage.begin(Stage.PACED);
    RunningJob.Checkpoint afterEvents = flink.checkpoint();
    LockSupport.parkNanos(TRAFFIC.toNanos());
    RunningJob.Checkpoint incremental = flink.checkpoint();
    double close = closeSeconds();
    RunningJob.Checkpoint last = flink.checkpoint();
    job.cancel().get();
    Meter.Reading reading = Meter.read();
    return new Measured(
        reading.events() / reading.cpuSeconds(),
        full.bytes() / (double) shop.storeProducts(),
        (afterEvents.bytes() - full.bytes()) / (double) (WARM + MEASURED),
        full.seconds(),
        full.bytes() / 1e6,
        incremental.seconds(),
        incremental.newBytes() / 1e6,
        close,
        restoreSeconds(last),
        ResidentMemory.peakMegabytes());
  }

  private JobClient start(String from, int port) throws Exception {
    JobBase base = new JobBase(place).coalescing(1).checkpointsOnDemand().from(from);
    StreamExecutionEnvironment env = base.environment(STATE_MEGABYTES, port);
    DemandForecastJob.define(env, base.settings(), new CountedConnectors(new ScaleSource(shop)));
    return env.executeAsync();
  }

  /** Time goes on behind the forecast of the last store-product. */
  private static double closeSeconds() {
    long from = System.nanoTime();
    Stage.begin(Stage.AFTER_MIDNIGHT);
    RunningJob.await(
        "the close of the day", PATIENCE, () -> Meter.time() >= ScaleSource.ALL_ARE_DUE);
    return (System.nanoTime() - from) / 1e9;
  }

  private double restoreSeconds(RunningJob.Checkpoint last) throws Exception {
    Stage.begin(Stage.HOLD);
    int port = JobBase.freePort();
    long from = System.nanoTime();
    JobClient job = start(last.path(), port);
    new RunningJob(port).awaitRunning();
    double seconds = (System.nanoTime() - from) / 1e9;
    job.cancel().get();
    return seconds;
  }
}
