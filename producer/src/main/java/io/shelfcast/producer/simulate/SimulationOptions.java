package io.shelfcast.producer.simulate;

import io.shelfcast.producer.timeline.Disturbance;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The simulated world and how its tills report.
 *
 * @param seed the same seed, sizes, start and history give the same world, however many days are
 *     watched
 * @param start first live day; history is what happened before
 * @param days live days
 * @param historyDays days the world has existed before it goes live
 * @param salesPerDay mean number of sales a day of a regular product in a store
 * @param zones of the stores, in turn
 * @param tickEvery between two ticks of a store
 * @param closeAfter how long after the last midnight stores go on ticking
 */
public record SimulationOptions(
    long seed,
    int stores,
    int products,
    LocalDate start,
    int days,
    int historyDays,
    double salesPerDay,
    List<ZoneId> zones,
    Duration tickEvery,
    Duration closeAfter,
    Disturbance disturbance) {
  public SimulationOptions {
    require(stores > 0 && products > 0, "needs at least one store and one product");
    require(days >= 0 && historyDays >= 0, "cannot run for a negative number of days");
    require(salesPerDay > 0 && salesPerDay <= 10_000, "needs 0 to 10,000 sales a day");
    require(!zones.isEmpty(), "needs a time zone");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("A simulation " + otherwise + ".");
    }
  }

  int firstDay() {
    return (int) start.toEpochDay() - historyDays;
  }

  int firstLiveDay() {
    return (int) start.toEpochDay();
  }

  int lastDay() {
    return firstLiveDay() + days - 1;
  }
}
