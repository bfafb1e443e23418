package io.shelfcast.job;

import io.shelfcast.demand.Histories;
import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.archive.LakeSinks;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.target.Decision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job's connectors of a test about the archive: lists in, Parquet out. */
public final class Archiving implements Connectors {
  private final InMemory lists;
  private final LakeSinks sinks;

  /** Fails once, early on. */
  Archiving(Path lake, List<Arrival> arrivals) {
    this(lake, new InMemory(arrivals, 300));
  }

  private Archiving(Path lake, InMemory lists) {
    this.lists = lists;
    sinks = new LakeSinks(lake.toUri());
  }

  /** Never fails. */
  public static Archiving undisturbed(Path lake, List<Arrival> arrivals) {
    return new Archiving(lake, new InMemory(arrivals));
  }

  @Override
  public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
    return lists
        .arrivals(env)
        .map(new Unhurried(), BinaryType.of(Forms.ARRIVAL))
        .uid("unhurried")
        .setParallelism(1);
  }

  @Override
  public SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env) {
    return lists.bundleChecks(env);
  }

  @Override
  public Sink<TableWrite> targets() {
    return lists.targets();
  }

  @Override
  public Sink<ArchivedEvent> events() {
    return sinks.events();
  }

  @Override
  public Sink<Decision> decisions() {
    return sinks.decisions();
  }

  @Override
  public Sink<RefusedRecord> refused() {
    return sinks.refused();
  }

  /** Events out of order by up to three days, some twice, with a tick each hour. */
  static List<Arrival> disorder(long seed, int days) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>(Histories.random(seed, days));
    events.add(Tills.store("zone", events.get(0).occurredAt(), "Europe/London"));
    List<Arrival> arrivals = new ArrayList<>();
    for (Event event : events) {
      long delay = random.nextInt(5) == 0 ? random.nextInt((int) (3 * Tills.DAY)) : 0;
      Arrival arrival = Arrival.live(event, event.occurredAt() + delay, System.currentTimeMillis());
      arrivals.add(arrival);
      if (random.nextInt(20) == 0) {
        arrivals.add(arrival);
      }
    }
    long start = Histories.STORE.startOf(Histories.FIRST_DAY);
    for (long at = start; at < start + (days + 2) * Tills.DAY; at += Tills.HOUR) {
      arrivals.add(Tills.arrival(Tills.tick(at)));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::arrivedAt));
    return arrivals;
  }

  /** Lets the model be found, and the forest run, while events come rather than after. */
  private static final class Unhurried implements MapFunction<Arrival, Arrival> {
    private static final long serialVersionUID = 1;

    @Override
    public Arrival map(Arrival arrival) {
      LockSupport.parkNanos(4_000_000);
      return arrival;
    }
  }
}
