package io.shelfcast.event;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventCodecTest {
  private static final long SEED = 20_261_122;
  private static final long NOON = Instant.parse("2026-11-22T12:00:00Z").toEpochMilli();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DAY")
  void whatIsWrittenIsReadBack(EventType type) throws RefusedEvent {
    RandomEvents events = new RandomEvents(SEED);
    for (int i = 0; i < 2_000; i++) {
      Event event = events.next(type);
      assertEquals(event, EventCodec.decode(EventCodec.encode(event)), "seed " + SEED);
    }
  }

  @Test
  void writesTypeThenFieldsInTableOrderAsPlainDecimalsInUtc() throws RefusedEvent {
    Event sale =
        decode(
            "{\"promotion\":true,\"unitPrice\":12.50,\"quantity\":25e-1,\"productId\":\"P\","
                + "\"occurredAt\":\"2026-11-22T13:00:00.250+01:00\",\"storeId\":\"S\","
                + "\"eventId\":\"e\",\"type\":\"SALE\"}");
    assertEquals(
        "{\"type\":\"SALE\",\"eventId\":\"e\",\"storeId\":\"S\",\"productId\":\"P\","
            + "\"occurredAt\":\"2026-11-22T12:00:00.250Z\",\"quantity\":2.5,\"unitPrice\":12.5,"
            + "\"promotion\":true}",
        new String(EventCodec.encode(sale), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 10000",
    "0.0001, 1",
    "1.50000000, 15000",
    "1000000, 10000000000",
    "1e3, 10000000",
    "1.5E+2, 1500000",
    "25000e-4, 25000",
    "1000000.0000, 10000000000"
  })
  void aQuantityIsReadExactly(String written, long tenThousandths) throws RefusedEvent {
    Event sale = decode(sale("\"quantity\":" + written));
    assertEquals(tenThousandths, sale.quantity());
  }

  @Test
  void anAdjustmentMayTakeAway() throws RefusedEvent {
    Event waste = decode(event("ADJUST", "\"productId\":\"P\",\"quantity\":-2.5,\"reason\":\"w\""));
    assertEquals(-25_000, waste.quantity());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:00Z",
    "2026-11-22T12:00:00Z",
    "2026-11-22T12:00:00.000Z",
    "2026-11-22T12:00:00.000999999Z",
    "2026-11-22T17:30:00+05:30",
    "2026-11-21T18:00:00-18:00"
  })
  void anInstantMayBeWrittenInAnyOffsetAndPrecision(String written) throws RefusedEvent {
    Event tick =
        decode(
            "{\"type\":\"TICK\",\"eventId\":\"e\",\"storeId\":\"S\",\"occurredAt\":\""
                + written
                + "\"}");
    assertEquals(NOON, tick.occurredAt());
  }

  @Test
  void closedDaysAreHeldAscendingAndOnce() throws RefusedEvent {
    Event store =
        decode(
            event(
                "STORE",
                "\"zone\":\"Europe/London\","
                    + "\"closedDays\":[\"2026-12-26\",\"2026-12-25\",\"2026-12-26\"]"));
    assertEquals("2026-12-25,2026-12-26", store.text(Field.CLOSED_DAYS));
    assertEquals(
        LocalDate.of(2026, 12, 25).toEpochDay(), DateList.days(store.text(Field.CLOSED_DAYS))[0]);
  }

  @Test
  void whitespaceAroundTheObjectIsNoMatter() {
    assertDoesNotThrow(() -> decode(" \n" + event("TICK", "") + "\r\n "));
  }

  @Test
  void writesNothingThatItWouldRefuse() {
    Event.Builder none = Event.of(EventType.SALE).with(Field.EVENT_ID, "e");
    none.with(Field.STORE_ID, "S").with(Field.PRODUCT_ID, "a/b").with(Field.OCCURRED_AT, NOON);
    Event slash = none.with(Field.QUANTITY, 10_000).build();
    String reason =
        assertThrows(IllegalArgumentException.class, () -> EventCodec.encode(slash)).getMessage();
    assertTrue(reason.startsWith("productId "), reason);

    Event day = new RandomEvents(SEED).next(EventType.DAY);
    assertThrows(IllegalArgumentException.class, () -> EventCodec.encode(day));
  }

  @Test
  void anEventOfTomorrowPassesAndOneOfTheDayAfterIsRefused() throws RefusedEvent {
    Event tick = decode(event("TICK", ""));
    long day = 86_400_000;
    assertDoesNotThrow(() -> EventCodec.checkArrival(tick, NOON - day));
    assertEquals(
        "occurredAt is more than a day after the event arrived",
        assertThrows(RefusedEvent.class, () -> EventCodec.checkArrival(tick, NOON - day - 1))
            .getMessage());
    assertDoesNotThrow(() -> EventCodec.checkArrival(tick, NOON + 1000 * day));
  }

  @Test
  void anIntervalThatEndsInTheFarFutureIsRefusedAtArrival() throws RefusedEvent {
    Event interval =
        decode(
            event(
                "AVAILABILITY",
                "\"productId\":\"P\",\"stockoutShare\":1,\"from\":\"2026-11-22T00:00:00Z\","
                    + "\"to\":\"2026-11-24T00:00:00Z\""));
    String reason =
        assertThrows(RefusedEvent.class, () -> EventCodec.checkArrival(interval, NOON))
            .getMessage();
    assertTrue(reason.startsWith("to "), reason);
  }

  @Test
  void aBuilderUsedOnLeavesTheFirstEventAlone() {
    Event.Builder builder = Event.of(EventType.TICK).with(Field.EVENT_ID, "first");
    Event first = builder.with(Field.STORE_ID, "S").with(Field.OCCURRED_AT, 1).build();
    Event second = builder.with(Field.EVENT_ID, "second").with(Field.OCCURRED_AT, 2).build();
    assertEquals("first", first.eventId());
    assertEquals(1, first.occurredAt());
    assertFalse(first.equals(second));
  }

  private static Event decode(String json) throws RefusedEvent {
    return EventCodec.decode(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String sale(String rest) {
    return event("SALE", "\"productId\":\"P\"," + rest);
  }

  private static String event(String type, String rest) {
    return "{\"type\":\""
        + type
        + "\",\"eventId\":\"e\",\"storeId\":\"S\",\"occurredAt\":\"2026-11-22T12:00:00Z\""
        + (rest.isEmpty() ? "" : ",")
        + rest
        + "}";
  }
}
