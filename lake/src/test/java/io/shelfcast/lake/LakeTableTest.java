package io.shelfcast.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LakeTableTest {
  /** Words that Athena takes as a name only in quotes, of those a column could be called. */
  private static final Set<String> RESERVED =
      Set.of(
          "from",
          "to",
          "date",
          "timestamp",
          "order",
          "group",
          "table",
          "values",
          "interval",
          "exists",
          "end",
          "start",
          "partition",
          "user",
          "union",
          "with",
          "when",
          "time");

  @ParameterizedTest
  @EnumSource(LakeTable.class)
  void columnsArePlainUniqueAndDescribed(LakeTable table) {
    Set<String> seen = new HashSet<>();
    for (Column column : table.columns()) {
      assertTrue(column.name().matches("[a-z]+(_[a-z0-9]+)*"), column.name());
      assertFalse(RESERVED.contains(column.name()), column.name());
      assertTrue(seen.add(column.name()), column.name());
      assertFalse(column.comment().isBlank(), column.name());
      assertFalse(column.comment().contains("\n"), column.name());
    }
    assertFalse(seen.contains("day"), "day is the partition");
  }

  @Test
  void namesFollowTheWire() {
    List<String> names =
        LakeTable.EVENTS.columns().stream().map(Column::name).collect(Collectors.toList());
    assertTrue(names.containsAll(List.of("event_id", "lead_time_sd_days", "from_time")));
    assertEquals("demand_next_30", Column.snakeCase("demandNext30"));
    assertEquals("on_hand", Column.snakeCase("onHand"));
    assertEquals("open", Column.snakeCase("open"));
  }

  @Test
  void aDayIsAFolder() {
    assertEquals("events/day=2024-06-25", LakeTable.EVENTS.folder(19_899));
    assertEquals("day=1970-01-01", LakeTable.partition(0));
  }
}
