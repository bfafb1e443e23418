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

/** Simulated tills of a small chain, with a year behind it and everything that goes wrong. */
final class SimulatedSales implements Sales {
  private static final int STORES = 5;
  private static final int PRODUCTS = 40;
  private static final int HISTORY_DAYS = 400;
  private static final int LIVE_DAYS = 365;
  private static final double SALES_PER_DAY = 8;
  private static final Duration TICK = Duration.ofHours(1);
  private static final Duration CLOSE_AFTER = Duration.ofHours(6);

  /** Enough of each trouble for all fates to show, little enough to be like a real feed. */
  private static final double SHARE = 0.005;

  private final Simulation simulation;
  private final int firstLiveDay;

  SimulatedSales(long seed, LocalDate start) {
    firstLiveDay = (int) start.toEpochDay();
    simulation =
        new Simulation(
            new SimulationOptions(
                seed,
                STORES,
                PRODUCTS,
                start,
                LIVE_DAYS,
                HISTORY_DAYS,
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
        STORES, PRODUCTS, HISTORY_DAYS);
  }

  @Override
  public long storeProducts() {
    return (long) STORES * PRODUCTS;
  }

  @Override
  public History history() {
    return simulation.history();
  }

  @Override
  public int firstDay() {
    return firstLiveDay - HISTORY_DAYS;
  }

  @Override
  public int firstLiveDay() {
    return firstLiveDay;
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
