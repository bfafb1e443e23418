package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Stamp;
import io.shelfcast.event.Windows;

/**
 * One store: takes in its STORE and TICK events, each once.
 *
 * <p>Its window moves with its own newest event, as a store-product's does with its last close; at
 * one tick a minute some 20,000 ids are remembered.
 *
 * @see StoreFacts what its products follow
 */
public final class Store {
  private final StoreState state;
  private final SeenEvents seen;

  public Store(StoreState state, SeenEvents seen) {
    this.state = state;
    this.seen = seen;
  }

  /**
   * Takes in one event about the store as a whole.
   *
   * @param streamTime how far the event says that time has come, in milliseconds
   */
  public Fate apply(Event event, long streamTime) {
    int day = state.facts.businessDay(event.occurredAt());
    if (day < state.openDay - Windows.REPAIR_DAYS) {
      return Fate.TOO_OLD;
    }
    JournalKey key = JournalKey.of(Stamp.of(event));
    if (seen.contains(key)) {
      return Fate.DUPLICATE;
    }
    seen.add(key);
    if (event.type() == EventType.STORE) {
      state.facts = state.facts.with(event);
    }
    state.applied++;
    state.clock = Math.max(state.clock, streamTime);
    if (day > state.openDay) {
      state.openDay = day;
      /* A day's slack, because ids lie by UTC day. */
      seen.forgetBefore(day - Windows.REPAIR_DAYS - 1);
    }
    return Fate.APPLIED;
  }

  public StoreFacts facts() {
    return state.facts;
  }

  /** The newest stream time that its events told, in milliseconds. */
  public long clock() {
    return state.clock;
  }

  /** Events applied: the ordinal of the last one in the lake. */
  public long ordinal() {
    return state.applied;
  }
}
