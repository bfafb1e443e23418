package io.shelfcast.trainer.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.stock.Policy;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import io.shelfcast.target.TargetKeeper;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.origin.OriginModels;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.rows.Mornings;
import io.shelfcast.trainer.series.Archive;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final int DAY = 19_000;
  private static final int DAYS = 140;
  private static final int FROM = DAY + 90;
  private static final int RETRAIN = 20;
  private static final Terms TERMS = new Terms(7, 0, 1, 10_000, 1);

  /** Shops that from a day on sell fifty times as much as they would have. */
  private static SeriesList shops(int spikeFrom) {
    Archive spiked = new Archive();
    Archive.shops(2, 4, DAY, DAYS, 7)
        .events()
        .forEach(
            archived -> {
              int day = archived.businessDay();
              double units = archived.event().quantity() / 10_000d;
              spiked.day(
                  archived.event().storeId(),
                  archived.event().productId(),
                  day,
                  day >= spikeFrom ? 50 * units + 50 : units);
            });
    return spiked.source();
  }

  private static Simulation simulation(SeriesList source) {
    TrainingSettings settings = new TrainingSettings(2, 20_000, 2_000, 1, false);
    return new Simulation(source, TERMS, settings, Progress.SILENT);
  }

  private static List<Series> series(SeriesList source) {
    List<Series> all = new ArrayList<>();
    for (int part = 0; part < source.parts(); part++) {
      source.part(part, all::add);
    }
    return all;
  }

  private static List<SeriesPlan> plans(SeriesList source) {
    Simulation simulation = simulation(source);
    OriginModels models = simulation.models(FROM, RETRAIN);
    Planner planner =
        new Planner(TERMS, FROM, source.end(), models.bundles(), simulation.averages(models));
    return series(source).stream().map(planner::plan).toList();
  }

  @Test
  void aSpikeChangesNoOrderBeforeItWhateverThePolicy() {
    List<SeriesPlan> calm = plans(shops(DAY + DAYS));
    List<SeriesPlan> spiked = plans(shops(FROM + 30));
    int before = 31;
    for (int i = 0; i < calm.size(); i++) {
      for (OrderPolicy policy : OrderPolicy.values()) {
        for (int point = 0; point < OrderPolicy.points(); point++) {
          long[] expected = calm.get(i).levels(policy, point);
          long[] actual = spiked.get(i).levels(policy, point);
          assertArrayEquals(
              Arrays.copyOf(expected, before), Arrays.copyOf(actual, before), policy.json());
        }
        assertFalse(
            Arrays.equals(calm.get(i).levels(policy, 12), spiked.get(i).levels(policy, 12)),
            "the spike is answered");
      }
    }
  }

  @Test
  void theLevelsAreThoseThatTheJobWouldHavePublished() {
    SeriesList source = shops(DAY + DAYS);
    Simulation simulation = simulation(source);
    OriginModels models = simulation.models(FROM, 1_000);
    Planner planner =
        new Planner(TERMS, FROM, source.end(), models.bundles(), simulation.averages(models));
    int point = OrderPolicy.SHELFCAST.nearest(0.9)[0];
    Series one = series(source).get(0);
    SeriesPlan plan = planner.plan(one);
    TargetKeeper keeper = new TargetKeeper(1, Policy.assumed(7, 1, 0.9), 0);
    keeper.use(models.bundles().get(FROM));
    List<Long> published = new ArrayList<>();
    new Mornings(one, DailyTruth.of(one, source.end()))
        .each(
            FROM,
            DAY + DAYS,
            day -> true,
            morning -> {
              InventoryTarget target =
                  keeper
                      .update(morning.product(), morning.store(), TargetKeeper.Moment.DRAIN)
                      .decision()
                      .after();
              published.add(target.get(Measure.ORDER_UP_TO_LEVEL));
            });
    assertEquals(DAYS - 90, published.size());
    assertArrayEquals(
        published.stream().mapToLong(Long::longValue).toArray(),
        plan.levels(OrderPolicy.SHELFCAST, point));
  }

  @Test
  void aFrontierIsMoreStockForMoreServiceAndOursLiesBelowTheUsualOnes() {
    SimulationResult result = simulation(shops(DAY + DAYS)).run(FROM, RETRAIN);
    assertEquals(8, result.series());
    assertEquals(8 * (DAYS - 90 - TERMS.protectionDays()), result.days());
    result
        .frontiers()
        .forEach(
            (policy, frontier) -> {
              Point low = frontier.points().get(0);
              Point high = frontier.points().get(OrderPolicy.points() - 1);
              assertTrue(low.fillRate() < 0.9 && high.fillRate() > 0.99, policy + " " + frontier);
              assertTrue(low.averageStock() < high.averageStock());
            });
    assertTrue(result.comparable().saving().orElseThrow() > 0.1, result.comparable().toString());
  }
}
