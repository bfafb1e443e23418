package io.shelfcast.producer.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlayerTest {
  private static TimedEvent tick(String store, long at) {
    return TimedEvent.of(
        Event.of(EventType.TICK)
            .with(Field.EVENT_ID, store + at)
            .with(Field.STORE_ID, store)
            .with(Field.OCCURRED_AT, at),
        at);
  }

  private static Iterator<TimedEvent> at(String store, long... instants) {
    return Arrays.stream(instants).mapToObj(at -> tick(store, at)).iterator();
  }

  private static List<String> ids(Iterator<TimedEvent> timeline) {
    List<String> ids = new ArrayList<>();
    timeline.forEachRemaining(event -> ids.add(event.event().eventId()));
    return ids;
  }

  /** Remembers what it got and when. */
  private static final class Recording implements EventSink {
    final List<Long> sent = new ArrayList<>();
    int drains;
    Runnable afterEach = () -> {};

    @Override
    public void send(TimedEvent event) {
      sent.add(event.at());
      afterEach.run();
    }

    @Override
    public void flush() {
      afterEach.run();
    }

    @Override
    public void drain() {
      drains++;
    }

    @Override
    public void close() {
      drains++;
    }
  }

  @Test
  void sourcesMergeByTimeAndAnEarlierSourceGoesFirstOnATie() {
    assertEquals(
        List.of("a1", "b2", "a3", "b3", "a9"),
        ids(Timeline.merge(List.of(at("a", 1, 3, 9), at("b", 2, 3), at("c")))));
  }

  @Test
  void aSourceThatGoesBackInTimeIsAnError() {
    Timeline timeline = Timeline.merge(List.of(at("a", 5, 4)));
    timeline.next();
    assertThrows(IllegalStateException.class, timeline::next);
  }

  @Test
  void mergingReadsOneEventAheadOnly() {
    AtomicLong read = new AtomicLong();
    Iterator<TimedEvent> endless =
        LongStream.iterate(0, n -> n + 1)
            .peek(n -> read.set(n))
            .mapToObj(n -> tick("a", n))
            .iterator();
    Timeline timeline = Timeline.merge(List.of(endless));
    IntStream.range(0, 1000).forEach(n -> timeline.next());
    assertTrue(read.get() <= 1001, "read " + read.get());
  }

  @Test
  void everyStoreTicksAtTheIntervalAndExactlyAtTheEnd() {
    List<String> ids = ids(new Ticks(List.of("a", "b"), 0, 150_000, Duration.ofMinutes(1)));
    assertEquals(8, ids.size());
    assertEquals("tick/a/1970-01-01T00:00:00Z", ids.get(0));
    assertEquals("tick/b/1970-01-01T00:02:30Z", ids.get(7));
  }

  @Test
  void ticksAreAMinuteApartUnlessAMinutePassesInABlink() {
    assertEquals(Duration.ofMinutes(1), Ticks.usualInterval(1));
    assertEquals(Duration.ofMinutes(15), Ticks.usualInterval(3_600));
    assertEquals(Duration.ofHours(1), Ticks.usualInterval(Pacer.MAX_SPEED));
  }

  @Test
  void anInstantIsDueAfterItsShareOfWallTime() {
    AtomicLong wall = new AtomicLong();
    Pacer pacer = new Pacer(60, wall::get);
    assertEquals(0, pacer.millisUntil(1_000_000));
    assertEquals(1_000, pacer.millisUntil(1_060_000));
    wall.set(750_000_000);
    assertEquals(250, pacer.millisUntil(1_060_000));
    assertEquals(0, new Pacer(Pacer.MAX_SPEED, wall::get).millisUntil(Long.MAX_VALUE));
    assertThrows(IllegalArgumentException.class, () -> new Pacer(Double.NaN));
  }

  @Test
  void everythingIsSentInOrderAndDrained() {
    Recording sink = new Recording();
    assertTrue(new Player(sink, new Pacer(1e6), Progress.SILENT).play(at("a", 0, 1_000, 2_000)));
    assertEquals(List.of(0L, 1_000L, 2_000L), sink.sent);
    assertEquals(1, sink.drains);
  }

  @Test
  void aStopEndsThePlayAndStillDrains() {
    Recording sink = new Recording();
    Player player = new Player(sink, new Pacer(1), Progress.SILENT);
    sink.afterEach = player::stop;
    assertFalse(player.play(at("a", 0, 3_600_000)));
    assertEquals(List.of(0L), sink.sent);
    assertEquals(1, sink.drains);
  }

  @Test
  void aPauseLetsTheClockStandStill() {
    AtomicLong wall = new AtomicLong();
    Recording sink = new Recording();
    // The wall moves 100 ms each time somebody looks at it.
    Pacer pacer = new Pacer(1, () -> wall.addAndGet(100_000_000));
    Player player = new Player(sink, pacer, Progress.SILENT);
    AtomicLong looks = new AtomicLong();
    sink.afterEach =
        () -> {
          if (looks.incrementAndGet() == 4) {
            player.resume();
          }
        };
    player.pause();
    assertTrue(player.play(at("a", 0, 1_000)));
    assertEquals(List.of(0L, 1_000L), sink.sent);
    assertTrue(wall.get() / 1_000_000 >= 1_000 + 400, "wall " + wall.get() / 1_000_000);
  }
}
