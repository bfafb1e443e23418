package io.shelfcast.target;

import static io.shelfcast.demand.Histories.FIRST_DAY;
import static io.shelfcast.demand.Histories.KEY;
import static io.shelfcast.demand.Histories.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.Histories;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.feature.Feature;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.model.TestBundles;
import io.shelfcast.model.TinyModel;
import io.shelfcast.stock.Policy;
import io.shelfcast.target.TargetKeeper.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TargetKeeperTest {
  private static final Policy ASSUMED = Policy.assumed(2, 1, 0.9);

  @Test
  void theSettledTargetDoesNotDependOnOrderNorOnWhenTheForestRan() throws RefusedBundle {
    for (long seed = 0; seed < 200; seed++) {
      List<Event> events = Histories.random(seed, 12);
      InventoryTarget expected = settled(events, new Random(seed));
      for (int n = 1; n < 4; n++) {
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed + n));
        assertEquals(expected, settled(shuffled, new Random(seed + n)), "seed " + seed);
      }
    }
  }

  @Test
  void whatIsPublishedAfterDrainIsWhatIsComputed() throws RefusedBundle {
    for (long seed = 0; seed < 50; seed++) {
      StoreProduct product = StoreProduct.inMemory(KEY);
      TargetKeeper keeper = keeper(1);
      for (Event event : Histories.random(seed, 12)) {
        product.apply(event, STORE);
        keeper.update(product, STORE, Moment.EVENT);
      }
      keeper.update(product, STORE, Moment.DRAIN);
      Update again = keeper.update(product, STORE, Moment.DRAIN);
      assertNull(again.decision(), "seed " + seed);
      assertFalse(again.suppressed());
    }
  }

  @Test
  void whileStockIsUnknownThereAreLevelsButNoRiskAndNoOrder() throws RefusedBundle {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(event("sale", EventType.SALE, FIRST_DAY, 3), STORE);
    InventoryTarget target = keeper(1).update(product, STORE, Moment.EVENT).decision().after();
    assertTrue(target.has(Measure.REORDER_POINT));
    assertFalse(target.has(Measure.ON_HAND));
    assertFalse(target.has(Measure.STOCKOUT_PROBABILITY));
    assertFalse(target.has(Measure.SUGGESTED_ORDER_QUANTITY));
    assertFalse(target.atRisk());
  }

  @Test
  void anEmptyShelfIsAtRiskAndOrdersWholePacks() throws RefusedBundle {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(event("count", EventType.COUNT, FIRST_DAY, 0), STORE);
    product.apply(policy(60_000), STORE);
    InventoryTarget target = keeper(1).update(product, STORE, Moment.EVENT).decision().after();
    assertTrue(target.atRisk());
    assertEquals(1, target.value(Measure.STOCKOUT_PROBABILITY));
    long order = target.get(Measure.SUGGESTED_ORDER_QUANTITY);
    assertTrue(order > 0 && order % 60_000 == 0, "order " + order);
    assertTrue(order >= target.get(Measure.ORDER_UP_TO_LEVEL));
    assertTrue(order < target.get(Measure.ORDER_UP_TO_LEVEL) + 60_000);
  }

  @Test
  void aQuietDayCloseCountsInTheVersionAndWritesOnlyWhatMatters() throws RefusedBundle {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(event("count", EventType.COUNT, FIRST_DAY, 50), STORE);
    TargetKeeper keeper = keeper(1);
    keeper.update(product, STORE, Moment.EVENT);
    int written = 0;
    for (int day = FIRST_DAY; day < FIRST_DAY + 100; day++) {
      product.closeThrough(day, STORE);
      Update update = keeper.update(product, STORE, Moment.CLOSE);
      assertTrue(update.rescored());
      written += update.decision() == null ? 0 : 1;
    }
    assertTrue(written < 30, written + " writes for 100 days without a sale");
    keeper.update(product, STORE, Moment.DRAIN);
    assertEquals(FIRST_DAY + 99, product.hot().published().version().closedThroughDay());
  }

  @Test
  void aNewBundleRescoresWithoutAnEventAndCountsInTheVersion() throws RefusedBundle {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(event("sale", EventType.SALE, FIRST_DAY, 20), STORE);
    product.closeThrough(FIRST_DAY, STORE);
    TargetKeeper keeper = keeper(1);
    InventoryTarget before = keeper.update(product, STORE, Moment.CLOSE).decision().after();
    keeper.use(TestBundles.bundle(2, 3f).read());
    assertTrue(keeper.isBehind(product));
    Update update = keeper.update(product, STORE, Moment.RESCORE);
    InventoryTarget after = update.decision().after();
    assertTrue(after.version().compareTo(before.version()) > 0);
    assertEquals(2, after.version().bundleSequence());
    assertTrue(after.get(Measure.REORDER_POINT) > before.get(Measure.REORDER_POINT));
    assertFalse(keeper.isBehind(product));
  }

  @Test
  void eachPublishedTargetIsNewerThanTheOneBefore() throws RefusedBundle {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      StoreProduct product = StoreProduct.inMemory(KEY);
      TargetKeeper keeper = keeper(1);
      for (Event event : Histories.random(seed, 12)) {
        product.apply(event, STORE);
        for (Moment moment : new Moment[] {Moment.EVENT, Moment.RESCORE, Moment.DRAIN}) {
          if (moment == Moment.EVENT || random.nextInt(4) == 0) {
            Decision told = keeper.update(product, STORE, moment).decision();
            assertTrue(told == null || isNewer(told), "seed " + seed + ": " + told);
          }
        }
      }
    }
  }

  /** So that a target can be accounted for that a model elsewhere had a part in. */
  @Test
  void aTargetFollowsFromItsEventsItsBundleAndTheForecastThatItsDecisionRecords()
      throws RefusedBundle {
    int remote = 0;
    for (long seed = 0; seed < 50; seed++) {
      List<Event> events = Histories.random(seed, 12);
      for (Map.Entry<Integer, Decision> told :
          toldWithAnswers(events, new Random(seed)).entrySet()) {
        Decision decision = told.getValue();
        if (decision.remoteForecast() != null) {
          remote++;
          StoreProduct again = StoreProduct.inMemory(KEY);
          events.subList(0, told.getKey()).forEach(event -> again.apply(event, STORE));
          again.hot().setForecast(decision.remoteForecast());
          if (!decision.after().version().isCaughtUp()) {
            again.hot().expectForecast();
          }
          Decision first = keeper(1).update(again, STORE, Moment.EVENT).decision();
          assertEquals(decision.after(), first.after(), "seed " + seed);
        }
      }
    }
    assertTrue(remote > 50, remote + " decisions of a model elsewhere");
  }

  /** Decisions by the number of events before them; answers come at once, late or not at all. */
  private static Map<Integer, Decision> toldWithAnswers(List<Event> events, Random random)
      throws RefusedBundle {
    Map<Integer, Decision> told = new TreeMap<>();
    StoreProduct product = StoreProduct.inMemory(KEY);
    TargetKeeper keeper = keeper(1);
    ForecastOrigin asked = null;
    for (int n = 0; n < events.size(); n++) {
      product.apply(events.get(n), STORE);
      if (random.nextInt(3) == 0) {
        asked = keeper.origin(product, STORE);
      }
      keeper.update(product, STORE, Moment.HELD);
      if (asked != null && random.nextBoolean()) {
        float[] answer = new float[FeatureSchema.ROWS];
        Arrays.fill(answer, random.nextFloat() * 5);
        keeper.take(product, STORE, asked, answer);
        asked = null;
      }
      Decision decision = keeper.update(product, STORE, Moment.EVENT).decision();
      assertTrue(decision == null || isNewer(decision), "" + decision);
      if (decision != null) {
        told.put(n + 1, decision);
      }
    }
    return told;
  }

  @Test
  void anAnswerThatComesAfterItsDayOrItsBundleChangesNothing() throws RefusedBundle {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(event("sale", EventType.SALE, FIRST_DAY, 20), STORE);
    TargetKeeper keeper = keeper(1);
    ForecastOrigin morning = keeper.origin(product, STORE);
    product.closeThrough(FIRST_DAY, STORE);
    keeper.update(product, STORE, Moment.CLOSE);
    assertFalse(keeper.take(product, STORE, morning, new float[FeatureSchema.ROWS]));
    ForecastOrigin before = keeper.origin(product, STORE);
    keeper.use(TestBundles.bundle(2, 3f).read());
    assertFalse(keeper.take(product, STORE, before, new float[FeatureSchema.ROWS]));
    assertFalse(product.hot().forecast().isRemote());
  }

  private static boolean isNewer(Decision told) {
    return told.before() == null
        || told.after().version().compareTo(told.before().version()) > 0
            && told.after().version().ordered().compareTo(told.before().version().ordered()) > 0;
  }

  @Test
  void aSmallMoveWaitsForTheDayToCloseAndIsSettledThen() throws RefusedBundle {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(event("count", EventType.COUNT, FIRST_DAY, 5_000), STORE);
    TargetKeeper keeper = keeper(1);
    assertNotNull(keeper.update(product, STORE, Moment.EVENT).decision());
    product.apply(event("sale", EventType.SALE, FIRST_DAY, 1), STORE);
    Update small = keeper.update(product, STORE, Moment.EVENT);
    assertNull(small.decision());
    assertTrue(small.suppressed());
    product.closeThrough(FIRST_DAY, STORE);
    Update close = keeper.update(product, STORE, Moment.CLOSE);
    assertNotNull(close.decision());
    assertEquals(4_999, close.decision().after().value(Measure.ON_HAND));
  }

  @Test
  void stockThatHardlyMovedIsNoReasonToWrite() throws RefusedBundle {
    StoreProduct product = StoreProduct.inMemory(KEY);
    TargetKeeper keeper = keeper(1);
    product.apply(event("count", EventType.COUNT, FIRST_DAY, 5_000), STORE);
    for (int day = FIRST_DAY; day <= FIRST_DAY + 10; day++) {
      product.apply(event("sale" + day, EventType.SALE, day, 100), STORE);
    }
    InventoryTarget target = keeper.update(product, STORE, Moment.EVENT).decision().after();
    long level = target.get(Measure.ORDER_UP_TO_LEVEL);
    product.apply(event("one", EventType.SALE, FIRST_DAY + 10, 1), STORE);
    Update little = keeper.update(product, STORE, Moment.EVENT);
    assertNull(little.decision());
    assertFalse(little.suppressed());
    product.apply(event("many", EventType.SALE, FIRST_DAY + 10, level / 100_000), STORE);
    Update much = keeper.update(product, STORE, Moment.EVENT);
    assertTrue(much.suppressed() || much.decision() != null);
  }

  @Test
  void theDayAheadForecastIsJudgedWhenItsDayCloses() throws RefusedBundle {
    StoreProduct product = StoreProduct.inMemory(KEY);
    TargetKeeper keeper = keeper(1);
    for (int day = FIRST_DAY; day < FIRST_DAY + 10; day++) {
      product.apply(event("sale" + day, EventType.SALE, day, 4), STORE);
      keeper.update(product, STORE, Moment.EVENT);
    }
    product.closeThrough(FIRST_DAY + 9, STORE);
    DayAheadError error = keeper.update(product, STORE, Moment.CLOSE).error();
    assertEquals(4, error.actual());
    assertEquals(0, error.naiveError());
  }

  @Test
  void nothingIsTaughtBeforeTheFirstBundle() {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(event("sale", EventType.SALE, FIRST_DAY, 1), STORE);
    Update update = new TargetKeeper(1, ASSUMED, 0).update(product, STORE, Moment.DRAIN);
    assertNull(update.decision());
    assertFalse(update.rescored());
  }

  private static InventoryTarget settled(List<Event> events, Random random) throws RefusedBundle {
    StoreProduct product = StoreProduct.inMemory(KEY);
    TargetKeeper keeper = keeper(7);
    Moment[] moments = {Moment.EVENT, Moment.RESCORE, Moment.CLOSE};
    for (Event event : events) {
      product.apply(event, STORE);
      if (random.nextBoolean()) {
        keeper.update(product, STORE, moments[random.nextInt(moments.length)]);
      }
    }
    product.closeThrough(FIRST_DAY + 10, STORE);
    keeper.update(product, STORE, Moment.DRAIN);
    return product.hot().published();
  }

  private static TargetKeeper keeper(long generation) throws RefusedBundle {
    TargetKeeper keeper = new TargetKeeper(generation, ASSUMED, 10_000);
    TinyModel model =
        new TinyModel(FeatureSchema.count())
            .constant(0.1f)
            .stump(Feature.SOLD_SO_FAR.ordinal(), 1f, 0.2f, 0.6f, true)
            .stump(Feature.ELAPSED.ordinal(), 0.5f, 0.1f, 0.3f, true)
            .stump(Feature.MEAN_7.ordinal(), 1f, 0.1f, 0.2f, true);
    keeper.use(TestBundles.bundle(1, model).read());
    return keeper;
  }

  private static Event event(String id, EventType type, int day, long units) {
    return Event.of(type)
        .with(Field.EVENT_ID, id)
        .with(Field.STORE_ID, "s1")
        .with(Field.PRODUCT_ID, "p1")
        .with(Field.OCCURRED_AT, STORE.startOf(day) + 36_000_000)
        .with(Field.QUANTITY, units * 10_000)
        .build();
  }

  private static Event policy(long packSize) {
    return Event.of(EventType.POLICY)
        .with(Field.EVENT_ID, "policy")
        .with(Field.STORE_ID, "s1")
        .with(Field.PRODUCT_ID, "p1")
        .with(Field.OCCURRED_AT, STORE.startOf(FIRST_DAY))
        .with(Field.LEAD_TIME_DAYS, 70_000)
        .with(Field.REVIEW_PERIOD_DAYS, 10_000)
        .with(Field.SERVICE_LEVEL, 9_500)
        .with(Field.PACK_SIZE, packSize)
        .build();
  }
}
