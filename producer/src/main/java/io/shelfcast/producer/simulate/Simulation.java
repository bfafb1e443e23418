package io.shelfcast.producer.simulate;

import io.shelfcast.producer.backfill.History;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.timeline.Disturbed;
import io.shelfcast.producer.timeline.Ticks;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.producer.timeline.Timeline;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A simulated world of stores and their tills: its past as a history for back-fill, its live days
 * as a timeline. Both are made anew from the seed each time they are asked for, and belong
 * together.
 */
public final class Simulation {
  private final SimulationOptions options;
  private final List<Branch> branches;
  private final Map<String, Branch> byId;

  public Simulation(SimulationOptions options) {
    this.options = options;
    this.branches = Catalogue.branches(options);
    this.byId = branches.stream().collect(Collectors.toMap(Branch::id, branch -> branch));
  }

  public List<String> storeIds() {
    return branches.stream().map(Branch::id).toList();
  }

  /** The first live instant of any store, in milliseconds since the epoch. */
  public long from() {
    return starts(options.firstLiveDay()).min().orElseThrow();
  }

  /** The last instant, when the last live day has closed in every store. */
  public long to() {
    return starts(options.lastDay() + 1).max().orElseThrow() + options.closeAfter().toMillis();
  }

  private LongStream starts(int day) {
    return branches.stream().map(Branch::clock).mapToLong(clock -> clock.startOf(day));
  }

  /** The live days: facts, sales and all else, ticks, and what goes wrong on the way. */
  public Iterator<TimedEvent> timeline() {
    Iterator<TimedEvent> tills = new LiveTills(new World(options));
    Ticks ticks = new Ticks(storeIds(), from(), to(), options.tickEvery());
    return Timeline.merge(List.of(new Disturbed(tills, options.disturbance(), to()), ticks));
  }

  /** The days before the first live one. */
  public History history() {
    World world = new World(options);
    WorldFacts facts = new WorldFacts(world, options.firstDay());
    Iterator<History.Day> days =
        IntStream.range(options.firstDay(), options.firstLiveDay())
            .mapToObj(day -> PastDays.live(world, facts, day))
            .iterator();
    return new History("simulated", storeId -> branch(storeId).clock(), Rows.of(days));
  }

  /** Sales to expect on a usual day in all stores together. */
  public double expectedSalesADay() {
    World world = new World(options);
    return world.shelves().stream()
        .mapToDouble(
            shelf ->
                world.appetite().expected(shelf.branch(), shelf.product(), options.firstLiveDay()))
        .sum();
  }

  private Branch branch(String storeId) {
    return byId.get(storeId);
  }
}
