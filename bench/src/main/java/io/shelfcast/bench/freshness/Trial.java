package io.shelfcast.bench.freshness;

import io.shelfcast.bench.pipeline.Drawn;
import io.shelfcast.bench.pipeline.Shop;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.producer.timeline.Trait;
import java.util.Iterator;
import java.util.stream.LongStream;

/**
 * One run of the whole system: its store-products, their traffic, and how the job coalesces.
 *
 * @param storeProducts with a past, all of which close their day at midnight
 * @param weights how often something happens to the first of them, one weight for each
 * @param eventsPerSecond by the wall clock
 * @param speedUp seconds of stream time in one second of the wall's
 * @param from stream time of the first event, in milliseconds since the epoch
 * @param warmSeconds by the wall clock, before anything is measured
 * @param measuredSeconds by the wall clock, after that
 * @param coalescingMillis as the job's setting of that name
 */
record Trial(
    int storeProducts,
    double[] weights,
    double eventsPerSecond,
    double speedUp,
    long from,
    int warmSeconds,
    int measuredSeconds,
    int coalescingMillis) {
  static final int HISTORY_DAYS = 365;

  Shop shop() {
    return new Shop(storeProducts, HISTORY_DAYS);
  }

  SendingClock clock() {
    return new SendingClock(from, speedUp);
  }

  /** Events of the whole run. */
  long events() {
    return (long) (eventsPerSecond * (warmSeconds + measuredSeconds));
  }

  /** The traffic, the same each time it is asked for. */
  Iterator<TimedEvent> traffic() {
    Shop shop = shop();
    Drawn drawn = new Drawn(weights, 1);
    double step = 1_000 * speedUp / eventsPerSecond;
    return LongStream.range(0, events())
        .mapToObj(
            i -> {
              long at = from + (long) (i * step);
              return new TimedEvent(shop.event(drawn.next(), i, at), at, Trait.NORMAL);
            })
        .iterator();
  }
}
