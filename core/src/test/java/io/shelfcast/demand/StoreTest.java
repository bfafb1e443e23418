package io.shelfcast.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreTest {
  private static final long DAY_MS = 86_400_000L;
  private static final long START = 20_000 * DAY_MS;

  private final StoreState state = StoreState.unknown(ZoneOffset.UTC);
  private final HeapSeen seen = new HeapSeen();
  private final Store store = new Store(state, seen);

  @Test
  void aSecondTickOfTheSameIdIsADuplicate() {
    assertEquals(Fate.APPLIED, apply(tick("a", START)));
    assertEquals(Fate.DUPLICATE, apply(tick("a", START)));
    assertEquals(1, store.ordinal());
  }

  @Test
  void aDuplicateIsKnownForAsLongAsItsDayIsOpenToRepair() {
    apply(tick("a", START));
    apply(tick("b", START + 14 * DAY_MS));
    assertEquals(Fate.DUPLICATE, apply(tick("a", START)));
    apply(tick("c", START + 15 * DAY_MS));
    assertEquals(Fate.TOO_OLD, apply(tick("a", START)));
  }

  @Test
  void idsOfDaysBeyondTheWindowAreForgotten() {
    for (int day = 0; day < 60; day++) {
      apply(tick("tick-" + day, START + day * DAY_MS));
    }
    assertEquals(16, seen.keys.size());
  }

  @Test
  void theNewestStoreEventSaysTheZoneWhateverComesLast() {
    apply(zone("new", START + 10, "Europe/London"));
    apply(zone("old", START, "Asia/Tokyo"));
    assertEquals(ZoneId.of("Europe/London"), store.facts().zone());
    assertEquals(2, store.facts().revision());
  }

  @Test
  void aLateTickDoesNotTurnTheClockBack() {
    apply(tick("b", START + 100));
    apply(tick("a", START));
    assertEquals(START + 100, store.clock());
  }

  @Test
  void itsStateSurvivesItsBinaryForm() throws IOException {
    apply(zone("z", START, "Europe/London"));
    apply(tick("a", START + 5));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    state.write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    Store back = new Store(StoreState.read(in), seen);
    assertEquals(0, in.available());
    assertEquals(store.clock(), back.clock());
    assertEquals(store.ordinal(), back.ordinal());
    assertEquals(store.facts().zone(), back.facts().zone());
    assertEquals(Fate.DUPLICATE, back.apply(tick("a", START + 5), START + 5));
  }

  private Fate apply(Event event) {
    return store.apply(event, event.occurredAt());
  }

  private static Event tick(String id, long at) {
    return common(EventType.TICK, id, at).build();
  }

  private static Event zone(String id, long at, String zone) {
    return common(EventType.STORE, id, at).with(Field.ZONE, zone).build();
  }

  private static Event.Builder common(EventType type, String id, long at) {
    return Event.of(type)
        .with(Field.EVENT_ID, id)
        .with(Field.STORE_ID, "store")
        .with(Field.OCCURRED_AT, at);
  }

  private static final class HeapSeen implements SeenEvents {
    final Set<JournalKey> keys = new HashSet<>();

    @Override
    public boolean contains(JournalKey key) {
      return keys.contains(key);
    }

    @Override
    public void add(JournalKey key) {
      keys.add(key);
    }

    @Override
    public void forgetBefore(int day) {
      keys.removeIf(key -> key.day() < day);
    }
  }
}
