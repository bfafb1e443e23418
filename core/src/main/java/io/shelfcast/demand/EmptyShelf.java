package io.shelfcast.demand;

/** Adds up, for a run of days, the trading time during which nothing was on the shelf. */
final class EmptyShelf {
  private final int firstDay;
  private final long[] emptyMillis;
  private final StoreFacts store;
  private long since;

  EmptyShelf(int firstDay, int lastDay, StoreFacts store) {
    this.firstDay = firstDay;
    this.emptyMillis = new long[Math.max(0, lastDay - firstDay + 1)];
    this.store = store;
    this.since = store.startOf(firstDay);
  }

  /** The shelf was empty, or not, from the last call until this instant. */
  void until(long instant, boolean empty) {
    if (instant <= since) {
      return;
    }
    if (empty) {
      int last = Math.min(store.businessDay(instant) - firstDay, emptyMillis.length - 1);
      for (int i = store.businessDay(since) - firstDay; i <= last; i++) {
        long from = Math.max(since, store.tradingFrom(firstDay + i));
        long to = Math.min(instant, store.tradingTo(firstDay + i));
        emptyMillis[i] += Math.max(0, to - from);
      }
    }
    since = instant;
  }

  /** Share of the day's trading hours in 1/10,000. */
  int share(int day) {
    long trading = store.tradingTo(day) - store.tradingFrom(day);
    return (int) (emptyMillis[day - firstDay] * 10_000 / trading);
  }
}
