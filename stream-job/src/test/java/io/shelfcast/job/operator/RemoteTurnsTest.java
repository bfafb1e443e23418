package io.shelfcast.job.operator;

import static io.shelfcast.job.Tills.DAY;
import static io.shelfcast.job.Tills.HOUR;
import static io.shelfcast.job.Tills.MIDNIGHT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.Event;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.feature.Features;
import io.shelfcast.job.Announcement;
import io.shelfcast.job.KnownStores;
import io.shelfcast.job.TestSettings;
import io.shelfcast.job.Tills;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.job.scoring.Eventually;
import io.shelfcast.job.scoring.FakeScorer;
import io.shelfcast.job.scoring.RemoteScorer;
import io.shelfcast.job.scoring.ShadowModel;
import io.shelfcast.model.TestBundles;
import io.shelfcast.target.Decision;
import io.shelfcast.target.Measure;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forecasts made elsewhere, one step of the job and a model that the test speaks for. */
class RemoteTurnsTest {
  private static final int TODAY = (int) (MIDNIGHT / DAY);
  private static final String LONG = "60000";
  private static final String SHORT = "1500";

  @TempDir private Path lake;

  private BundleStore bundles;
  private ApplyEventHarness operator;

  @BeforeEach
  void prepare() {
    bundles = new BundleStore(lake.toUri());
    FakeScorer.answer = 3f;
    FakeScorer.gate = new CountDownLatch(0);
  }

  @AfterEach
  void close() {
    FakeScorer.gate.countDown();
    operator.close();
  }

  @Test
  void anAnswerMakesTheForecastAndItsDecisionRecordsIt() throws Exception {
    open(LONG);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    assertTrue(decisions().isEmpty(), "told before the answer");
    turnsUntil("remoteScored", 1);
    Decision told = decisions().get(0);
    assertTrue(told.after().version().isRemote());
    assertTrue(told.after().version().isCaughtUp());
    assertEquals(TODAY, told.remoteForecast().openDay());
    double week = told.after().value(Measure.DEMAND_NEXT_7);
    assertEquals(told.remoteForecast().sum(1, 8), week, 1e-3);
    assertEquals(3 * weekOfTheBundle(), week, 1e-3);
  }

  private double weekOfTheBundle() throws Exception {
    try (ApplyEventHarness alone = harness(LONG, null)) {
      alone.open();
      useBundle(alone, 1, 1f);
      Event sale = Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10);
      alone.processElement(Tills.arrival(sale), sale.occurredAt());
      Decision told = alone.extractOutputValues().get(0);
      assertNull(told.remoteForecast());
      return told.after().value(Measure.DEMAND_NEXT_7);
    }
  }

  @Test
  void theRowsAskedAreThoseThatTheForestScores() throws Exception {
    open(LONG);
    Event sale = Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10);
    process(sale);
    turnsUntil("remoteScored", 1);
    StoreFacts store = StoreFacts.unknown(ZoneOffset.UTC);
    StoreProduct product = StoreProduct.inMemory(new StoreProductKey("s1", "p1"));
    product.apply(sale, store);
    Features features =
        Features.of(
            product, product.asOf(store), store, bundles.load(bundles.refer(1)).statistics());
    assertArrayEquals(features.rows(), FakeScorer.asked);
  }

  @Test
  void ofADayThatClosesReadersAreToldOnce() throws Exception {
    open(LONG);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    turnsUntil("remoteScored", 1);
    FakeScorer.answer = 30f;
    operator.watermark(MIDNIGHT + DAY + HOUR);
    assertEquals(1, decisions().size());
    turnsUntil("remoteScored", 2);
    assertEquals(2, decisions().size());
    assertEquals(TODAY, last().after().version().closedThroughDay());
    assertTrue(last().after().version().isRemote());
  }

  @Test
  void anAnswerTooLateLeavesTheBundlesForecast() throws Exception {
    FakeScorer.gate = new CountDownLatch(1);
    open(SHORT);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    turnsUntil("remoteFailed", 1);
    assertFalse(last().after().version().isRemote());
    assertTrue(last().after().version().isCaughtUp());
    FakeScorer.gate.countDown();
    turn(10);
    assertEquals(1, decisions().size());
    assertEquals(0, operator.count("remoteScored"));
    assertEquals(1, FakeScorer.calls(), "asked again of the same state");
  }

  @Test
  void daysThatCloseMeanwhileDoNotPutOffWhatReadersAreTold() throws Exception {
    FakeScorer.gate = new CountDownLatch(1);
    open(SHORT);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    for (int day = 1; day <= 6; day++) {
      operator.setProcessingTime(operator.getProcessingTime() + 500);
      operator.watermark(MIDNIGHT + day * DAY + HOUR);
    }
    assertFalse(decisions().isEmpty());
    assertFalse(last().after().version().isRemote());
  }

  @Test
  void withoutAnEndpointTheJobGoesOnAndAsksAgainWithTheNextChange() throws Exception {
    FakeScorer.answer = Float.NaN;
    open(LONG);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    turnsUntil("remoteFailed", 1);
    assertFalse(last().after().version().isRemote());
    FakeScorer.answer = 30f;
    process(Tills.sale("more", "p1", MIDNIGHT + 2 * HOUR, 10));
    turnsUntil("remoteScored", 1);
    assertTrue(last().after().version().isRemote());
  }

  @Test
  void anAnswerOvertakenByEventsCountsUntilTheNext() throws Exception {
    FakeScorer.gate = new CountDownLatch(1);
    open(LONG);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    process(Tills.sale("more", "p1", MIDNIGHT + 2 * HOUR, 1));
    FakeScorer.gate.countDown();
    turnsUntil("remoteScored", 1);
    assertTrue(last().after().version().isRemote());
    assertFalse(last().after().version().isCaughtUp());
    assertEquals(MIDNIGHT + HOUR, last().remoteForecast().asOf());
    turnsUntil("remoteScored", 2);
    end(MIDNIGHT + 3 * HOUR);
    assertEquals(MIDNIGHT + 2 * HOUR, last().remoteForecast().asOf());
    assertTrue(last().after().version().isCaughtUp());
  }

  @Test
  void anAnswerForABundleNoLongerInUseIsAskedForAnew() throws Exception {
    FakeScorer.gate = new CountDownLatch(1);
    open(LONG);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    operator.watermark(MIDNIGHT + 2 * HOUR);
    useBundle(operator, 2, 9f);
    FakeScorer.gate.countDown();
    turnsUntil("remoteScored", 1);
    assertEquals(1, operator.count("remoteFailed"));
    assertEquals(2, last().after().version().bundleSequence());
    assertTrue(last().after().version().isRemote());
  }

  @Test
  void theEndWaitsForNobody() throws Exception {
    FakeScorer.gate = new CountDownLatch(1);
    open(LONG);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    end(MIDNIGHT + 2 * HOUR);
    assertFalse(last().after().version().isRemote());
    assertTrue(last().after().version().isCaughtUp());
    assertEquals(1, operator.count("remoteFailed"));
  }

  @Test
  void aRestartAsksAgain() throws Exception {
    FakeScorer.gate = new CountDownLatch(1);
    open(LONG);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
    FakeScorer.gate.countDown();
    operator.close();
    operator = harness(LONG, FakeScorer::new);
    operator.initializeState(checkpoint);
    operator.open();
    turnsUntil("remoteScored", 1);
    assertTrue(last().after().version().isRemote());
  }

  @Test
  void switchedOffTheBundleGoesOnFromTheStateOfTheOther() throws Exception {
    open(LONG);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    turnsUntil("remoteScored", 1);
    OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
    operator.close();
    operator = harness(LONG, null);
    operator.initializeState(checkpoint);
    operator.open();
    process(Tills.sale("more", "p1", MIDNIGHT + 2 * HOUR, 1));
    turn(2);
    end(MIDNIGHT + 3 * HOUR);
    assertFalse(last().after().version().isRemote());
  }

  @Test
  void whateverTheEndpointDoesEachTargetToldIsNewerThanTheOneBefore() throws Exception {
    open(SHORT);
    Random random = new Random(4);
    long at = MIDNIGHT;
    for (int n = 0; n < 400; n++) {
      FakeScorer.answer = random.nextInt(4) == 0 ? Float.NaN : random.nextFloat() * 20;
      at += random.nextInt(12) * HOUR / 4;
      process(Tills.sale("sale" + n, "p" + random.nextInt(3), at, 1 + random.nextInt(20)));
      operator.watermark(at - HOUR);
      turn(random.nextInt(4));
    }
    end(at + HOUR);
    Map<String, Decision> before = new HashMap<>();
    for (Decision told : decisions()) {
      Decision last = before.put(told.after().key().productId(), told);
      assertEquals(last == null ? null : last.after(), told.before());
      assertTrue(
          last == null
              || told.after().version().ordered().compareTo(last.after().version().ordered()) > 0,
          () -> last.after() + " before " + told.after());
    }
    assertTrue(operator.count("remoteScored") > 50, operator.count("remoteScored") + " scored");
    assertTrue(operator.count("remoteFailed") > 20, operator.count("remoteFailed") + " failed");
  }

  private void open(String deadlineMillis) throws Exception {
    operator = harness(deadlineMillis, FakeScorer::new);
    operator.open();
    useBundle(operator, 1, 1f);
  }

  private ApplyEventHarness harness(String deadlineMillis, RemoteScorer.Opener model)
      throws Exception {
    TargetRules rules =
        new TargetRules(
            TestSettings.of(
                "lake.root", lake.toUri().toString(), "scoring.deadlineMillis", deadlineMillis),
            7);
    return new ApplyEventHarness(
        new ApplyEvent(rules, bundles, KnownStores.none(), null, ShadowModel.none(), model));
  }

  private void useBundle(ApplyEventHarness step, long sequence, float constant) throws Exception {
    TestBundles.bundle(sequence, constant).writeTo(lake.resolve("models"));
    step.processBroadcastElement(Announcement.of(bundles.refer(sequence)), 0);
  }

  private void process(Event event) throws Exception {
    operator.processElement(Tills.arrival(event), event.occurredAt());
  }

  private void end(long newest) throws Exception {
    operator.processBroadcastElement(Announcement.end(newest), 0);
    operator.watermark(Long.MAX_VALUE);
  }

  /** Lets a second of the wall clock pass, in which each turn ends once, some times. */
  private void turn(int times) throws Exception {
    for (int n = 0; n < times; n++) {
      operator.setProcessingTime(operator.getProcessingTime() + 1_000);
    }
  }

  /** Turns until as many answers were used, or given up. */
  private void turnsUntil(String count, long least) {
    Eventually.holds(
        () -> {
          try {
            turn(1);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return operator.count(count) >= least;
        });
  }

  private List<Decision> decisions() {
    return operator.extractOutputValues();
  }

  private Decision last() {
    return decisions().get(decisions().size() - 1);
  }
}
