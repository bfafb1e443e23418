package io.shelfcast.producer;

import io.shelfcast.producer.simulate.SimulationOptions;
import io.shelfcast.producer.timeline.Disturbance;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Option;

/** The simulated world; the same options give the same past and the same future. */
final class WorldOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the world (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--stores",
      paramLabel = "N",
      defaultValue = "5",
      description = "Number of stores (default: ${DEFAULT-VALUE}).")
  private int stores;

  @Option(
      names = "--products",
      paramLabel = "N",
      defaultValue = "40",
      description = "Number of products, sold in each store (default: ${DEFAULT-VALUE}).")
  private int products;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      description = "First live day; name it where past and future are to fit (default: today).")
  private LocalDate start;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description = "Live days (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--history-days",
      paramLabel = "N",
      defaultValue = "400",
      description = "Days lived before the first live one (default: ${DEFAULT-VALUE}).")
  private int historyDays;

  @Option(
      names = "--sales-per-day",
      paramLabel = "N",
      defaultValue = "8",
      description = {
        "Mean number of sales a day of a regular product in a store (default: ${DEFAULT-VALUE})."
      })
  private double salesPerDay;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "Europe/Berlin",
      split = ",",
      description = "Time zones of the stores, in turn (default: ${DEFAULT-VALUE}).")
  private List<ZoneId> zones;

  long seed() {
    return seed;
  }

  SimulationOptions options(Duration tick, Duration closeAfter, Disturbance disturbance) {
    LocalDate first = start == null ? LocalDate.now(zones.get(0)) : start;
    return new SimulationOptions(
        seed,
        stores,
        products,
        first,
        days,
        historyDays,
        salesPerDay,
        zones,
        tick,
        closeAfter,
        disturbance);
  }
}
