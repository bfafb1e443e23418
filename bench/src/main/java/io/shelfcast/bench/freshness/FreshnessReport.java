package io.shelfcast.bench.freshness;

import io.shelfcast.bench.Figure;
import io.shelfcast.bench.Report;
import io.shelfcast.bench.freshness.FreshnessProbe.Measured;
import java.util.List;
import java.util.function.Function;

/** What came of the trials, by their names. */
final class FreshnessReport {
  private static final double MOST_SECONDS = 2;
  private static final String UNITS = " units";
  private static final String PER = "a thousand events";

  private final Report told = new Report();

  /** Adds all runs of a trial. */
  void add(String trial, List<Measured> runs) {
    addAges(trial + " oldest", runs, run -> run.writes().oldest());
    addAges(trial + " newest", runs, run -> run.writes().newest());
    addUnits(trial, runs);
  }

  /** Adds only what their writes cost: in a replay faster than life ages say nothing. */
  void addUnits(String trial, List<Measured> runs) {
    told.add(
        Figure.of(trial + UNITS, PER, runs, run -> 1_000 * run.writes().units() / run.events()));
  }

  private void addAges(String name, List<Measured> runs, Function<Measured, Ages> ages) {
    told.add(Figure.of(name + " p50", "ms", runs, run -> ages.apply(run).p50()))
        .add(Figure.of(name + " p95", "ms", runs, run -> ages.apply(run).p95()))
        .add(Figure.of(name + " p99", "ms", runs, run -> ages.apply(run).p99()))
        .add(Figure.of(name + " most", "ms", runs, run -> ages.apply(run).most()));
  }

  /** Holds the oldest events of a trial against the goal. */
  FreshnessReport mostSeconds(String ratio, String trial) {
    told.atMost(ratio, told.figure(trial + " oldest p99").median() / 1_000, MOST_SECONDS);
    return this;
  }

  /**
   * Holds the write units of a trial against those of a write with each event.
   *
   * @param each what that costs for one event
   */
  FreshnessReport mostUnits(String ratio, String trial, double each, double goal) {
    String peer = trial + ", a write with each event:" + UNITS;
    told.add(Figure.of(peer, PER, 1_000 * each));
    told.atMost(ratio, told.times(trial + UNITS, peer), goal);
    return this;
  }

  Report report() {
    return told;
  }
}
