package io.shelfcast.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.RandomEvents;
import io.shelfcast.event.StoreProductKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;

class EventRowsTest {
  private static final int DAY = 19_900;

  @Test
  void everyTypeOfEventComesBackEqual() throws IOException {
    RandomRows random = new RandomRows(1);
    List<ArchivedEvent> events = new ArrayList<>();
    for (EventType type : EventType.values()) {
      for (int i = 0; i < 200; i++) {
        events.add(random.event(type, DAY));
      }
    }
    assertEquals(events, read(MemoryFile.of(EventRows::writer, events), RowFilter.all()));
  }

  @Test
  void awkwardTextsAndExtremeValuesComeBackEqual() throws IOException {
    RandomEvents random = new RandomEvents(11);
    List<ArchivedEvent> events = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      Event event = random.next();
      events.add(
          new ArchivedEvent(
              event, Fate.APPLIED, ArchivedEvent.Origin.LIVE, event.occurredAt(), DAY, i, 1));
    }
    assertEquals(events, read(MemoryFile.of(EventRows::writer, events), RowFilter.all()));
  }

  @Test
  void columnsThatNoEventCarriesNeedNotBeInTheFile() throws IOException {
    List<ArchivedEvent> days = new ArrayList<>();
    RandomRows random = new RandomRows(12);
    for (int i = 0; i < 100; i++) {
      days.add(random.event(EventType.DAY, DAY));
    }
    MemoryFile narrow = MemoryFile.of(file -> EventRows.narrowWriter(file, days), days);
    assertEquals(days, read(narrow, RowFilter.all()));
    assertEquals(days, read(MemoryFile.of(EventRows::writer, days), RowFilter.all()));
    try (ParquetFileReader reader = ParquetFileReader.open(narrow)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      assertTrue(schema.containsField("discount"));
      assertFalse(schema.containsField("voids_day"));
    }
  }

  @Test
  void theSameEventsMakeTheSameBytes() throws IOException {
    byte[] once = MemoryFile.of(EventRows::writer, new RandomRows(2).events(DAY, 500)).bytes();
    byte[] again = MemoryFile.of(EventRows::writer, new RandomRows(2).events(DAY, 500)).bytes();
    assertTrue(Arrays.equals(once, again));
  }

  @Test
  void aFileWithoutRowsIsRead() throws IOException {
    assertEquals(List.of(), read(MemoryFile.of(EventRows::writer, List.of()), RowFilter.all()));
  }

  @Test
  void aStoreProductIsReadWithWhatConcernsItsStore() throws IOException {
    List<ArchivedEvent> events = new RandomRows(3).events(DAY, 3000);
    StoreProductKey key = new StoreProductKey("store-1", "product-2");
    List<ArchivedEvent> expected =
        events.stream()
            .filter(e -> e.event().storeId().equals("store-1"))
            .filter(
                e -> e.event().type().isStoreLevel() || StoreProductKey.of(e.event()).equals(key))
            .collect(Collectors.toList());
    assertFalse(expected.isEmpty());
    InputFile file = MemoryFile.of(EventRows::writer, events);
    assertEquals(expected, read(file, RowFilter.storeProduct(key)));
  }

  @Test
  void aStoreAndAnyTestOfKeysSelectRows() throws IOException {
    List<ArchivedEvent> events = new RandomRows(4).events(DAY, 1000);
    List<ArchivedEvent> expected =
        events.stream()
            .filter(e -> e.event().storeId().equals("store-2"))
            .collect(Collectors.toList());
    InputFile file = MemoryFile.of(EventRows::writer, events);
    assertEquals(expected, read(file, RowFilter.store("store-2")));
    RowFilter same = RowFilter.where((store, product) -> store.equals("store-2"));
    assertEquals(expected, read(file, same));
  }

  @Test
  void aTruncatedFileIsNamed() throws IOException {
    byte[] bytes = MemoryFile.of(EventRows::writer, new RandomRows(5).events(DAY, 50)).bytes();
    for (int length : new int[] {0, 3, bytes.length / 2, bytes.length - 1}) {
      MemoryFile cut = new MemoryFile(Arrays.copyOf(bytes, length));
      LakeException e = assertThrows(LakeException.class, () -> read(cut, RowFilter.all()));
      assertTrue(e.getMessage().startsWith("x.parquet cannot be read: "), e.getMessage());
    }
  }

  @Test
  void damagedPagesAreNamed() throws IOException {
    byte[] bytes = MemoryFile.of(EventRows::writer, new RandomRows(6).events(DAY, 500)).bytes();
    Arrays.fill(bytes, 100, 2000, (byte) 0x5a);
    LakeException e =
        assertThrows(LakeException.class, () -> read(new MemoryFile(bytes), RowFilter.all()));
    assertTrue(e.getMessage().startsWith("x.parquet cannot be read: "), e.getMessage());
  }

  @Test
  void aFileOfAnotherTableIsNamed() throws IOException {
    InputFile refused = MemoryFile.of(RefusedRows::writer, List.of(new RandomRows(7).refused(DAY)));
    LakeException e = assertThrows(LakeException.class, () -> read(refused, RowFilter.all()));
    assertEquals("x.parquet is a file of refused, not of events.", e.getMessage());
  }

  @Test
  void theSchemaFollowsTheColumns() throws IOException {
    InputFile file = MemoryFile.of(EventRows::writer, List.of());
    try (ParquetFileReader reader = ParquetFileReader.open(file)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      assertEquals(ParquetSchema.of(LakeTable.EVENTS), schema);
      String text = schema.toString();
      assertTrue(text.contains("required int64 occurred_at (TIMESTAMP(MILLIS,true))"), text);
      assertTrue(text.contains("optional int64 quantity (DECIMAL(18,4))"), text);
      assertTrue(text.contains("optional int64 unit_price (DECIMAL(18,2))"), text);
      assertTrue(text.contains("optional int32 voids_day (DATE)"), text);
    }
  }

  private static List<ArchivedEvent> read(InputFile file, RowFilter filter) {
    return MemoryFile.drain(EventRows.reader(file, "x.parquet", DAY, filter));
  }
}
