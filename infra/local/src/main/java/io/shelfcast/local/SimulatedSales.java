package io.shelfcast.local;

import io.shelfcast.producer.backfill.History;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.simulate.Simulation;
import io.shelfcast.producer.simulate.SimulationOptions;
import io.shelfcast.producer.timeline.Disturbance;
import io.shelfcast.producer.timeline.TimedEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Simulated tills with a history behind them and everything that goes wrong on the way. */
final class SimulatedSales implements Sales {
  private static final double SALES_PER_DAY = 8;
  private static final Duration TICK = Duration.ofHours(1);
  private static final Duration CLOSE_AFTER = Duration.ofHours(6);

  /** Enough of each trouble for all fates to show, little enough to be like a real feed. */
  private static final double SHARE = 0.005;

  private final SimulationOptions options;
  private final Simulation simulation;

  private SimulatedSales(SimulationOptions options) {
    this.options = options;
    this.simulation = new Simulation(options);
  }

  /** A chain of five stores that goes on for a year. */
  static SimulatedSales chain(long seed, LocalDate start) {
    return of(seed, 5, 40, start, 365, 400);
  }

  /** So little that two jobs read it within a minute. */
  static SimulatedSales few(long seed) {
    return of(seed, 3, 20, LocalDate.of(2026, 3, 2), 40, 120);
  }

  private static SimulatedSales of(
      long seed, int stores, int products, LocalDate start, int days, int historyDays) {
    return new SimulatedSales(
        new SimulationOptions(
            seed,
            stores,
            products,
            start,
            days,
            historyDays,
            SALES_PER_DAY,
            List.of(ZoneId.of("Europe/Berlin")),
            TICK,
            CLOSE_AFTER,
            new Disturbance(seed, SHARE, SHARE / 5, SHARE, SHARE / 5)));
  }

  @Override
  public String described() {
    return String.format(
        "%d simulated stores with %d products each, %d days of history",
        options.stores(), options.products(), options.historyDays());
  }

  @Override
  public long storeProducts() {
    return (long) options.stores() * options.products();
  }

  @Override
  public History history() {
    return simulation.history();
  }

  @Override
  public int firstDay() {
    return firstLiveDay() - options.historyDays();
  }

  @Override
  public int firstLiveDay() {
    return (int) options.start().toEpochDay();
  }

  @Override
  public Iterator<TimedEvent> timeline() {
    return simulation.timeline();
  }

  @Override
  public Map<String, LineTally> lines() {
    return Map.of();
  }

  @Override
  public void close() {
    // everything is made as it is asked for
  }
}
