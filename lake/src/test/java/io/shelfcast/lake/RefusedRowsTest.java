package io.shelfcast.lake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.shelfcast.event.RefusedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedRowsTest {
  @Test
  void everyByteComesBack() throws IOException {
    RandomRows random = new RandomRows(1);
    List<RefusedRecord> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(random.refused(19_900));
    }
    List<RefusedRecord> read =
        MemoryFile.drain(
            RefusedRows.reader(MemoryFile.of(RefusedRows::writer, rows), "x.parquet", 19_900));
    assertEquals(rows.size(), read.size());
    for (int i = 0; i < rows.size(); i++) {
      assertArrayEquals(rows.get(i).raw(), read.get(i).raw());
      assertEquals(rows.get(i).reason(), read.get(i).reason());
      assertEquals(rows.get(i).arrivedAt(), read.get(i).arrivedAt());
    }
  }

  @Test
  void theDayIsThatOfArrivalInUtc() {
    assertEquals(0, RefusedRows.dayOf(new RefusedRecord(new byte[0], "x", 86_399_999)));
    assertEquals(1, RefusedRows.dayOf(new RefusedRecord(new byte[0], "x", 86_400_000)));
    assertEquals(-1, RefusedRows.dayOf(new RefusedRecord(new byte[0], "x", -1)));
  }
}
