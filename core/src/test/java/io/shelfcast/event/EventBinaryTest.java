package io.shelfcast.event;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventBinaryTest {
  private static final long SEED = 7;

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadBackToTheLastByte(EventType type) throws IOException {
    RandomEvents events = new RandomEvents(SEED);
    for (int i = 0; i < 2_000; i++) {
      Event event = events.next(type);
      DataInputStream in = in(bytes(out -> EventBinary.write(event, out)));
      assertEquals(event, EventBinary.read(in), "seed " + SEED);
      assertEquals(0, in.available());
    }
  }

  @Test
  void anArchivedEventIsReadBackWithItsFate() throws IOException {
    RandomEvents events = new RandomEvents(SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      ArchivedEvent archived =
          new ArchivedEvent(
              events.next(),
              Fate.values()[random.nextInt(Fate.values().length)],
              ArchivedEvent.Origin.values()[random.nextInt(2)],
              random.nextLong(),
              random.nextInt(),
              random.nextLong(),
              random.nextLong());
      DataInputStream in = in(bytes(out -> EventBinary.write(archived, out)));
      assertEquals(archived, EventBinary.readArchived(in), "seed " + SEED);
      assertEquals(0, in.available());
    }
  }

  @Test
  void aKeyIsItsTwoTextsAndNothingElse() throws IOException {
    StoreProductKey key = new StoreProductKey("Store 1", "水");
    byte[] written = bytes(out -> EventBinary.write(key, out));
    assertArrayEquals(
        bytes(
            out -> {
              out.writeUTF("Store 1");
              out.writeUTF("水");
            }),
        written);
    assertEquals(key, EventBinary.readKey(in(written)));
  }

  /** State written by an earlier build must stay readable: these bytes may never change. */
  @Test
  void theFormIsPinned() throws IOException {
    Event sale =
        Event.of(EventType.SALE)
            .with(Field.EVENT_ID, "e1")
            .with(Field.STORE_ID, "S")
            .with(Field.PRODUCT_ID, "P")
            .with(Field.OCCURRED_AT, 1_000)
            .with(Field.QUANTITY, -3)
            .build();
    byte[] pinned = {1, 0, 0x5e, 0, 2, 'e', '1', 0, 1, 'S', 0, 1, 'P', (byte) 0xd0, 0x0f, 5};
    assertArrayEquals(pinned, bytes(out -> EventBinary.write(sale, out)));
  }

  /**
   * New constants go to the end, or {@link EventBinary#VERSION} rises and old bytes are converted.
   */
  @Test
  void theOrderOfTheConstantsIsPinned() {
    assertEquals(
        "SALE VOID RETURN ORDER RECEIPT COUNT ADJUST AVAILABILITY POLICY PROMOTION PRODUCT STORE"
            + " TICK DAY",
        names(EventType.values()));
    assertEquals("APPLIED DUPLICATE REFUSED TOO_OLD", names(Fate.values()));
    assertEquals("LIVE BACKFILL", names(ArchivedEvent.Origin.values()));
    assertEquals(
        "EVENT_ID STORE_ID PRODUCT_ID OCCURRED_AT SENT_AT QUANTITY UNIT_PRICE PROMOTION"
            + " VOIDS_EVENT_ID VOIDS_DAY ORDER_ID EXPECTED_ON CANCELLED REASON FROM TO"
            + " STOCKOUT_SHARE LEAD_TIME_DAYS LEAD_TIME_SD_DAYS REVIEW_PERIOD_DAYS SERVICE_LEVEL"
            + " SHORTAGE_COST HOLDING_COST PACK_SIZE MINIMUM_ORDER FROM_DAY TO_DAY DISCOUNT"
            + " CATEGORY LAUNCH_DAY END_DAY ZONE COUNTRY CLOSED_DAYS OPEN",
        names(Field.values()));
  }

  @Test
  void anotherVersionIsRefusedAndNotGuessedAt() throws IOException {
    byte[] written = bytes(out -> EventBinary.write(new RandomEvents(SEED).next(), out));
    written[0] = 2;
    String message =
        assertThrows(IOException.class, () -> EventBinary.read(in(written))).getMessage();
    assertTrue(message.contains("form 2"), message);
  }

  @Test
  void damagedBytesEndInAnIoExceptionOrAnEvent() throws IOException {
    RandomEvents events = new RandomEvents(SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      Event event = events.next();
      byte[] damaged = bytes(out -> EventBinary.write(event, out));
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      byte[] cut = Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length));
      try {
        EventBinary.read(in(cut)).type();
      } catch (IOException expected) {
        assertTrue(expected.getMessage() == null || !expected.getMessage().isEmpty());
      }
    }
  }

  private static String names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(" "));
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing.to(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }
}
