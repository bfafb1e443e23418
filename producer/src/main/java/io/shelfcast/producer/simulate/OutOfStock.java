package io.shelfcast.producer.simulate;

import java.time.Duration;

/** Adds up how long a shelf is empty within the trading hours of one day. */
final class OutOfStock {
  private static final long TRADING_FROM = Duration.ofHours(6).toMillis();
  private static final long TRADING_TO = Duration.ofHours(22).toMillis();

  private final long from;
  private final long to;
  private long last;
  private boolean empty;
  private long emptyMillis;

  OutOfStock(long dayStart, boolean empty) {
    this.from = dayStart + TRADING_FROM;
    this.to = dayStart + TRADING_TO;
    this.last = from;
    this.empty = empty;
  }

  /** The shelf is empty or not from this instant on. */
  void at(long instant, boolean nowEmpty) {
    long until = Math.max(last, Math.min(to, instant));
    emptyMillis += empty ? until - last : 0;
    last = until;
    empty = nowEmpty;
  }

  /** In 1/10,000 of the trading hours. */
  int share() {
    long whole = emptyMillis + (empty ? to - last : 0);
    return (int) (whole * 10_000 / (to - from));
  }
}
