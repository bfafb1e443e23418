package io.shelfcast.producer.replay;

/** The stock of one store-product as a simulated replenishment keeps it; 1/10,000 units. */
final class Shelf {
  private static final long UNIT = 10_000;

  /** Days over which the trailing mean forgets. */
  private static final double MEMORY_DAYS = 28;

  /** Stock held against surprise, as a share of the demand expected until the next delivery. */
  private static final double MARGIN = 1.4;

  /** An order lasts about a week. */
  private static final int ORDER_DAYS = 7;

  private double meanDaily;
  private long soldToday;
  private long onHand;
  private long onOrder;
  private boolean movedSinceCount;

  /** A shelf filled for the days until a first order can arrive and then some. */
  Shelf(double meanDaily, int leadTimeDays) {
    this.meanDaily = meanDaily;
    this.onHand = orderUpTo(leadTimeDays);
  }

  void sold(long quantity) {
    soldToday += quantity;
    moved(-quantity);
  }

  void soldNot(long quantity) {
    soldToday -= quantity;
    moved(quantity);
  }

  void moved(long quantity) {
    onHand += quantity;
    movedSinceCount = true;
  }

  void received(long quantity) {
    onOrder -= quantity;
    moved(quantity);
  }

  /** Whether counting is worth the walk: something moved, and it is this shelf's turn or need. */
  boolean isWorthCounting(boolean turn) {
    return movedSinceCount && turn || onHand < 0;
  }

  /** Counts; where sales prove that there was more than the books said, the shelf is empty now. */
  long count() {
    movedSinceCount = false;
    onHand = Math.max(0, onHand);
    return onHand;
  }

  /** Ends the day: takes its sales into the mean and orders what is missing, in whole units. */
  long endDay(int leadTimeDays) {
    meanDaily += (soldToday - meanDaily) / MEMORY_DAYS;
    soldToday = 0;
    long position = onHand + onOrder;
    if (position >= orderPoint(leadTimeDays)) {
      return 0;
    }
    long order = orderUpTo(leadTimeDays) - position;
    onOrder += order;
    return order;
  }

  private double orderPoint(int leadTimeDays) {
    return meanDaily * (leadTimeDays + 1) * MARGIN + UNIT;
  }

  private long orderUpTo(int leadTimeDays) {
    double units = (orderPoint(leadTimeDays) + meanDaily * ORDER_DAYS) / UNIT;
    return (long) Math.ceil(units) * UNIT;
  }
}
