package io.shelfcast.job.operator;

import static io.shelfcast.job.Tills.HOUR;
import static io.shelfcast.job.Tills.MIDNIGHT;
import static io.shelfcast.job.Tills.MINUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.job.Announcement;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.TestSettings;
import io.shelfcast.job.Tills;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplyStoreEventTest {
  private KeyedOneInputStreamOperatorTestHarness<String, Arrival, Announcement> operator;

  @BeforeEach
  void open() throws Exception {
    TargetRules rules = new TargetRules(TestSettings.of("lake.root", "file:///lake"), 7);
    operator =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new ApplyStoreEvent(rules), arrival -> arrival.event().storeId(), Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void storeEventsAreAnnouncedAndTicksAreNot() throws Exception {
    process(Tills.store("store", MIDNIGHT, "Europe/London"));
    process(Tills.tick(MIDNIGHT + MINUTE));
    List<Announcement> announced = operator.extractOutputValues();
    assertEquals(1, announced.size());
    assertEquals("s1", announced.get(0).storeId());
    assertEquals("Europe/London", announced.get(0).facts().zone().getId());
  }

  @Test
  void eachEventIsArchivedOnceOnItsOwnBusinessDay() throws Exception {
    process(Tills.store("store", MIDNIGHT, "Asia/Tokyo"));
    process(Tills.tick(MIDNIGHT + 20 * HOUR));
    process(Tills.tick(MIDNIGHT + 20 * HOUR));
    List<ArchivedEvent> archived = side(ApplyStoreEvent.ARCHIVED);
    assertEquals(2, archived.size());
    assertEquals(MIDNIGHT / Tills.DAY + 1, archived.get(1).businessDay());
    assertEquals(2, archived.get(1).ordinal());
    assertEquals(7, archived.get(1).generation());
  }

  @Test
  void readersAreToldEachMinuteHowFarTheStoresTimeHasCome() throws Exception {
    operator.setProcessingTime(0);
    process(Tills.tick(MIDNIGHT));
    operator.processWatermark(MIDNIGHT);
    operator.setProcessingTime(60_000);
    process(Tills.tick(MIDNIGHT + MINUTE));
    operator.setProcessingTime(120_000);
    List<TableWrite> told = side(ApplyStoreEvent.STALENESS);
    assertEquals(2, told.size());
    assertEquals(MIDNIGHT, told.get(0).watermark());
    assertEquals(MIDNIGHT, told.get(1).watermark(), "the targets have not come further");
  }

  @Test
  void aStoreThatFellSilentDoesNotLookFreshBecauseOthersSpeak() throws Exception {
    operator.setProcessingTime(0);
    process(Tills.tick(MIDNIGHT));
    operator.processWatermark(MIDNIGHT + 5 * HOUR);
    operator.setProcessingTime(60_000);
    assertEquals(MIDNIGHT, side(ApplyStoreEvent.STALENESS).get(0).watermark());
  }

  @Test
  void theEndOfTheInputIsToldToo() throws Exception {
    process(Tills.tick(MIDNIGHT + MINUTE));
    operator.processWatermark(Long.MAX_VALUE);
    assertEquals(MIDNIGHT + MINUTE, side(ApplyStoreEvent.STALENESS).get(0).watermark());
  }

  private void process(Event event) throws Exception {
    operator.processElement(Tills.arrival(event), event.occurredAt());
  }

  private <T> List<T> side(OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    for (StreamRecord<T> each : operator.getSideOutput(tag)) {
      values.add(each.getValue());
    }
    return values;
  }
}
