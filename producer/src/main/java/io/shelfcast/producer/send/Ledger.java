package io.shelfcast.producer.send;

import io.shelfcast.event.EventType;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.producer.timeline.Trait;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the stream has got from this producer, counted when the stream said so. Thread-safe.
 *
 * <p>{@code sent} counts records on the stream, so it equals what a reader reads: records that
 * order made stand twice are in it, and in {@code resent} too. Only {@code maybeTwice} is
 * uncertain: records whose answer was lost and which were put again.
 */
public final class Ledger {
  private final EnumMap<EventType, Long> byType = new EnumMap<>(EventType.class);
  private final EnumMap<Trait, Long> byTrait = new EnumMap<>(Trait.class);
  private long sent;
  private long resent;
  private long maybeTwice;
  private long replayClock = Long.MIN_VALUE;

  /**
   * A ledger's figures at one moment.
   *
   * @param byType well-formed records by type; malformed ones are in {@code byTrait} only
   * @param replayClock newest instant of sending, in milliseconds since the epoch
   */
  public record Totals(
      long sent,
      Map<EventType, Long> byType,
      Map<Trait, Long> byTrait,
      long resent,
      long maybeTwice,
      long replayClock) {
    public long of(Trait trait) {
      return byTrait.getOrDefault(trait, 0L);
    }
  }

  /** Counts one record that the stream has; {@code again} if it had it already. */
  synchronized void stored(TimedEvent event, boolean again) {
    sent++;
    resent += again ? 1 : 0;
    byTrait.merge(event.trait(), 1L, Long::sum);
    if (event.trait() != Trait.MALFORMED) {
      byType.merge(event.event().type(), 1L, Long::sum);
    }
    replayClock = Math.max(replayClock, event.at());
  }

  synchronized void maybeTwice(long records) {
    maybeTwice += records;
  }

  public synchronized Totals totals() {
    return new Totals(
        sent, new EnumMap<>(byType), new EnumMap<>(byTrait), resent, maybeTwice, replayClock);
  }
}
