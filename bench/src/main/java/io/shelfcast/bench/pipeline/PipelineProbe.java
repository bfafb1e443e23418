package io.shelfcast.bench.pipeline;

import io.shelfcast.bench.ChildJvm;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.JobMetric;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One job over one script, in a JVM of its own. */
final class PipelineProbe {
  private static final int STATE_MEGABYTES = 512;

  private final Place place;

  private PipelineProbe(Place place) {
    this.place = place;
  }

  /**
   * What came of it.
   *
   * @param events between the two marks
   * @param writes to the table between them
   * @param forestRuns of the whole run, as a share of its events
   * @param work shares of the tasks' time
   */
  record Measured(
      long events,
      long writes,
      double seconds,
      double cpuSeconds,
      double forestRuns,
      Map<String, Double> work) {
    /** The figure that is compared. */
    double eventsPerCore() {
      return events / cpuSeconds;
    }
  }

  /** Arguments: job, load, folder, first and last event that are measured, the result's file. */
  public static void main(String[] args) throws Exception {
    Contestant contestant = Contestant.valueOf(args[0]);
    Place place = new Place(Path.of(args[2]));
    Meter.between(Long.parseLong(args[3]), Long.parseLong(args[4]));
    StackSampler sampler = new StackSampler();
    sampler.start();
    double forestRuns = new PipelineProbe(place).run(contestant, Load.valueOf(args[1]));
    Meter.Reading reading = Meter.read();
    ChildJvm.tell(
        new Measured(
            reading.events(),
            reading.writes(),
            reading.seconds(),
            reading.cpuSeconds(),
            forestRuns / Meter.doneSoFar(),
            sampler.shares()),
        args[5]);
  }

  private double run(Contestant contestant, Load load) throws Exception {
    JobBase base = new JobBase(place).coalescing(load.coalescingMillis());
    if (contestant != Contestant.FLOOR) {
      base.from(place.savepoint(contestant).toUri().toString());
    }
    StreamExecutionEnvironment env = base.environment(STATE_MEGABYTES);
    CountedConnectors connectors = new CountedConnectors(new ScriptSource(place.script()));
    if (contestant == Contestant.SHELFCAST) {
      DemandForecastJob.define(env, base.settings(), connectors);
      return env.execute().<Long>getAccumulatorResult(JobMetric.RESCORED.json());
    }
    env.getConfig().enableObjectReuse();
    SingleOutputStreamOperator<Arrival> arrivals = connectors.arrivals(env).uid("source");
    if (contestant == Contestant.NAIVE) {
      NaiveJob.define(arrivals, place.model()).sinkTo(new CountingSink<>(Meter::done));
    } else {
      FloorJob.define(arrivals).sinkTo(new CountingSink<>(Meter::done));
    }
    env.execute();
    return contestant == Contestant.NAIVE ? Meter.doneSoFar() : 0;
  }
}
