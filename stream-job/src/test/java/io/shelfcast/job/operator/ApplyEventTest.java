package io.shelfcast.job.operator;

import static io.shelfcast.job.Tills.DAY;
import static io.shelfcast.job.Tills.HOUR;
import static io.shelfcast.job.Tills.MIDNIGHT;
import static io.shelfcast.job.Tills.MINUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import io.shelfcast.job.Announcement;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.KnownStores;
import io.shelfcast.job.TestSettings;
import io.shelfcast.job.Tills;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.job.scoring.Eventually;
import io.shelfcast.job.scoring.FakeScorer;
import io.shelfcast.job.scoring.ShadowModel;
import io.shelfcast.model.TestBundles;
import io.shelfcast.stock.OpenOrders;
import io.shelfcast.target.Decision;
import io.shelfcast.target.Measure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyEventTest {
  private static final int TODAY = (int) (MIDNIGHT / DAY);

  @TempDir private Path lake;

  private ShadowModel shadow = ShadowModel.none();
  private BundleStore bundles;
  private ApplyEventHarness operator;

  @BeforeEach
  void open() throws Exception {
    bundles = new BundleStore(lake.toUri());
    operator = harness(7);
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void aDayClosesOnStreamTimeAlone() throws Exception {
    useBundle(1, 1f);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    operator.watermark(MIDNIGHT + DAY + 29 * MINUTE);
    operator.setProcessingTime(2 * DAY);
    assertEquals(TODAY - 1, lastClosed());
    operator.watermark(MIDNIGHT + DAY + 60 * MINUTE);
    assertEquals(TODAY, lastClosed());
  }

  @Test
  void quietDaysThatTimeHasPassedCloseTogetherAndAreForecastOnce() throws Exception {
    useBundle(1, 1f);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    long before = count("rescored");
    operator.watermark(MIDNIGHT + 3 * DAY + HOUR);
    assertEquals(1, count("rescored") - before);
    end(MIDNIGHT + 3 * DAY + HOUR);
    assertEquals(TODAY + 2, lastClosed());
  }

  @Test
  void theEndClosesWhatIsDueByTheNewestEventAndNothingBeyond() throws Exception {
    useBundle(1, 1f);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    operator.watermark(MIDNIGHT + 2 * HOUR);
    end(MIDNIGHT + 2 * DAY + 12 * HOUR);
    assertEquals(TODAY + 1, lastClosed());
    Decision last = decisions().get(decisions().size() - 1);
    assertTrue(last.after().version().isCaughtUp());
  }

  @Test
  void ofManyEventsInOneSecondTheForestFollowsTheLast() throws Exception {
    useBundle(1, 1f);
    operator.setProcessingTime(10_000);
    for (int n = 0; n < 50; n++) {
      process(Tills.sale("sale-" + n, "p1", MIDNIGHT + HOUR + n, 1));
    }
    long before = count("rescored");
    operator.setProcessingTime(11_000);
    assertEquals(1, count("rescored") - before);
    operator.setProcessingTime(20_000);
    assertEquals(1, count("rescored") - before);
  }

  @Test
  void readersAreToldOnceATurnAndThenOfTheLastState() throws Exception {
    useBundle(1, 1f);
    operator.setProcessingTime(10_000);
    process(Tills.count("count", "p1", MIDNIGHT + HOUR, 100));
    process(Tills.sale("one", "p1", MIDNIGHT + HOUR + 1, 60));
    process(Tills.sale("two", "p1", MIDNIGHT + HOUR + 2, 39));
    assertEquals(1, decisions().size());
    operator.setProcessingTime(11_000);
    assertEquals(2, decisions().size());
    assertEquals(10_000, decisions().get(1).after().get(Measure.ON_HAND));
  }

  @Test
  void readersWaitFromTheEventThatMakesADifferenceToThem() throws Exception {
    useBundle(1, 1f);
    operator.setProcessingTime(10_000);
    arrive(Tills.count("count", "p1", MIDNIGHT + HOUR, 10_000), 9_900);
    operator.setProcessingTime(20_000);
    arrive(Tills.sale("small", "p1", MIDNIGHT + 2 * HOUR, 1), 19_900);
    operator.setProcessingTime(30_000);
    arrive(Tills.sale("large", "p1", MIDNIGHT + 3 * HOUR, 9_999), 29_900);
    assertEquals(2, decisions().size());
    assertEquals(29_900, decisions().get(1).oldestArrival());
  }

  @Test
  void readersWaitForWhatATurnHoldsBack() throws Exception {
    useBundle(1, 1f);
    operator.setProcessingTime(10_000);
    arrive(Tills.count("count", "p1", MIDNIGHT + HOUR, 100), 9_900);
    arrive(Tills.sale("one", "p1", MIDNIGHT + HOUR + 1, 60), 9_910);
    arrive(Tills.sale("two", "p1", MIDNIGHT + HOUR + 2, 39), 9_920);
    operator.setProcessingTime(11_000);
    assertEquals(9_910, decisions().get(1).oldestArrival());
  }

  @Test
  void aDayThatClosesWithinATurnIsSettledAtItsEnd() throws Exception {
    useBundle(1, 1f);
    operator.setProcessingTime(10_000);
    process(Tills.count("count", "p1", MIDNIGHT + HOUR, 100));
    operator.watermark(MIDNIGHT + DAY + HOUR);
    process(Tills.sale("sale", "p1", MIDNIGHT + DAY + 2 * HOUR, 11));
    assertEquals(1, decisions().size());
    operator.setProcessingTime(11_000);
    assertEquals(TODAY, lastClosed());
  }

  @Test
  void theEndTellsWhatATurnHeldBack() throws Exception {
    useBundle(1, 1f);
    operator.setProcessingTime(10_000);
    process(Tills.count("count", "p1", MIDNIGHT + HOUR, 100));
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR + 1, 60));
    end(MIDNIGHT + 2 * HOUR);
    assertEquals(400_000, decisions().get(1).after().get(Measure.ON_HAND));
  }

  @Test
  void aNewBundleReachesEveryProductWithoutAnEvent() throws Exception {
    useBundle(1, 1f);
    process(Tills.sale("one", "p1", MIDNIGHT + HOUR, 10));
    process(Tills.sale("two", "p2", MIDNIGHT + HOUR, 20));
    operator.watermark(MIDNIGHT + 2 * HOUR);
    useBundle(2, 3f);
    operator.setProcessingTime(operator.getProcessingTime() + 10_000);
    List<String> swapped = new ArrayList<>();
    for (Decision decision : decisions()) {
      if (decision.after().version().bundleSequence() == 2) {
        swapped.add(decision.after().key().productId());
      }
    }
    swapped.sort(null);
    assertEquals(List.of("p1", "p2"), swapped);
  }

  @Test
  void aSweepThatCannotBeginWaitsForTheNextCheck() throws Exception {
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    useBundle(1, 1f);
    operator.setProcessingTime(10_000);
    assertTrue(decisions().isEmpty(), "time is not known yet");
    operator.watermark(MIDNIGHT + 2 * HOUR);
    useBundle(1, 1f);
    operator.setProcessingTime(20_000);
    assertEquals(1, decisions().size());
  }

  @Test
  void aRestoredJobKeepsItsGenerationItsBundleAndItsCounts() throws Exception {
    useBundle(1, 1f);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
    operator.close();
    operator = harness(99);
    operator.initializeState(checkpoint);
    operator.open();
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    process(Tills.count("count", "p1", MIDNIGHT + 2 * HOUR, 0));
    assertEquals(1, count("duplicate"));
    assertEquals(2, count("applied"));
    assertEquals(7, decisions().get(0).after().version().generation());
    assertEquals(1, decisions().get(0).after().version().bundleSequence());
  }

  @Test
  void aCheckpointHoldsWhatEveryStoreProductHadComeTo() throws Exception {
    useBundle(1, 1f);
    process(Tills.sale("first", "p1", MIDNIGHT + HOUR, 10));
    process(Tills.sale("second", "p2", MIDNIGHT + HOUR, 10));
    process(Tills.sale("third", "p2", MIDNIGHT + HOUR, 10));
    OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
    operator.close();
    operator = harness(99);
    operator.initializeState(checkpoint);
    operator.open();
    process(Tills.count("count-1", "p1", MIDNIGHT + 2 * HOUR, 0));
    process(Tills.count("count-2", "p2", MIDNIGHT + 2 * HOUR, 0));
    assertEquals(2, decisions().get(0).after().version().eventsApplied());
    assertEquals(3, decisions().get(1).after().version().eventsApplied());
  }

  @Test
  void aRestoredJobThatCannotUseItsBundleKeepsItsTargetsUntilTheNext() throws Exception {
    useBundle(1, 1f);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
    operator.close();
    TestBundles.bundle(1, 2f).writeTo(lake.resolve("models"));
    operator = harness(99);
    operator.initializeState(checkpoint);
    operator.open();
    process(Tills.count("count", "p1", MIDNIGHT + 2 * HOUR, 0));
    assertTrue(decisions().isEmpty());
    useBundle(2, 9f);
    process(Tills.sale("next", "p1", MIDNIGHT + 3 * HOUR, 50));
    operator.setProcessingTime(20_000);
    assertEquals(2, decisions().get(decisions().size() - 1).after().version().bundleSequence());
  }

  @Test
  void whateverTheShadowModelSaysTheTargetsAreTheSame() throws Exception {
    useBundle(1, 1f);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    Decision alone = decisions().get(0);
    operator.close();
    FakeScorer.answer = 1_000f;
    shadow = new ShadowModel(FakeScorer::new, 10_000);
    operator = harness(7);
    operator.open();
    useBundle(1, 1f);
    process(Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10));
    Eventually.holds(() -> FakeScorer.calls() > 0);
    assertEquals(alone.after(), decisions().get(0).after());
  }

  @Test
  void rebuiltEventsAreNeitherCountedNorArchivedNorToldBeforeTimeIsKnown() throws Exception {
    useBundle(1, 1f);
    Event sale = Tills.sale("sale", "p1", MIDNIGHT + HOUR, 10);
    operator.processElement(Arrival.rebuilt(sale, sale.occurredAt(), false), 0);
    operator.setProcessingTime(60_000);
    assertEquals(0, count("applied"));
    assertNull(operator.getSideOutput(ApplyEvent.ARCHIVED));
    assertTrue(decisions().isEmpty());
    operator.watermark(MIDNIGHT - 10 * DAY);
    assertEquals(1, decisions().size());
    process(sale);
    assertEquals(1, count("duplicate"), "met again on the stream");
  }

  @Test
  void whatIsArchivedSaysItsFateItsBusinessDayAndItsPlace() throws Exception {
    process(Tills.sale("a", "p1", MIDNIGHT + 16 * DAY, 1));
    process(Tills.sale("b", "p1", MIDNIGHT + 16 * DAY + 1, 1));
    process(Tills.sale("old", "p1", MIDNIGHT, 1));
    List<ArchivedEvent> archived = side(ApplyEvent.ARCHIVED);
    assertEquals(TODAY + 16, archived.get(0).businessDay());
    assertEquals(2, archived.get(1).ordinal());
    assertEquals(7, archived.get(1).generation());
    assertEquals(Fate.TOO_OLD, archived.get(2).fate());
    assertEquals(0, archived.get(2).ordinal());
  }

  @Test
  void anOrderBeyondTheLimitIsRefusedWithItsReason() throws Exception {
    for (int n = 0; n <= OpenOrders.LIMIT; n++) {
      process(order("order-" + n));
    }
    assertEquals(1, count("refused"));
    assertEquals(OpenOrders.LIMIT, count("applied"));
    assertTrue(side(ApplyEvent.REFUSED).get(0).reason().startsWith("orderId"));
  }

  @Test
  void aProductThatNothingHappensToIsForgottenInTheEnd() throws Exception {
    process(Tills.count("count", "p1", MIDNIGHT + HOUR, 0));
    operator.watermark(MIDNIGHT + 390 * DAY);
    assertFalse(stateEntries() == 0);
    operator.watermark(MIDNIGHT + 410 * DAY);
    assertEquals(0, stateEntries());
  }

  private ApplyEventHarness harness(long generation) throws Exception {
    TargetRules rules =
        new TargetRules(TestSettings.of("lake.root", lake.toUri().toString()), generation);
    return new ApplyEventHarness(
        new ApplyEvent(rules, bundles, KnownStores.none(), null, shadow, null));
  }

  private void useBundle(long sequence, float constant) throws Exception {
    TestBundles.bundle(sequence, constant).writeTo(lake.resolve("models"));
    operator.processBroadcastElement(Announcement.of(bundles.refer(sequence)), 0);
  }

  private void process(Event event) throws Exception {
    operator.processElement(Tills.arrival(event), event.occurredAt());
  }

  private void arrive(Event event, long readableAt) throws Exception {
    operator.processElement(
        Arrival.live(event, event.occurredAt(), readableAt), event.occurredAt());
  }

  private void end(long newest) throws Exception {
    operator.processBroadcastElement(Announcement.end(newest), 0);
    operator.watermark(Long.MAX_VALUE);
  }

  private List<Decision> decisions() {
    return operator.extractOutputValues();
  }

  private int lastClosed() {
    return decisions().get(decisions().size() - 1).after().version().closedThroughDay();
  }

  private long count(String name) {
    return operator.count(name);
  }

  private int stateEntries() {
    return ((HeapKeyedStateBackend<?>) operator.flink().getKeyedStateBackend())
        .numKeyValueStateEntries();
  }

  private <T> List<T> side(OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    for (StreamRecord<T> each : operator.getSideOutput(tag)) {
      values.add(each.getValue());
    }
    return values;
  }

  private static Event order(String id) {
    return Event.of(EventType.ORDER)
        .with(Field.EVENT_ID, id)
        .with(Field.STORE_ID, "s1")
        .with(Field.PRODUCT_ID, "p1")
        .with(Field.OCCURRED_AT, MIDNIGHT)
        .with(Field.ORDER_ID, id)
        .with(Field.QUANTITY, 10_000)
        .build();
  }
}
