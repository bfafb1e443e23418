package io.shelfcast.producer.replay;

import io.shelfcast.producer.series.DailyRow;
import java.util.Comparator;

/**
 * An event to be; the event itself is made when it is sent, since events are large.
 *
 * @param at milliseconds since the epoch
 * @param number n for the n-th of its kind that day
 * @param quantity of a SALE, or of an AVAILABILITY the share out of stock; in 1/10,000
 * @param from start of an AVAILABILITY's interval; 0 for a SALE
 */
record DayDraft(DailyRow row, long at, int number, long quantity, long from) {
  static final Comparator<DayDraft> ORDER =
      Comparator.comparingLong(DayDraft::at)
          .thenComparing(draft -> draft.row().storeId())
          .thenComparing(draft -> draft.row().productId())
          .thenComparingInt(DayDraft::number);

  boolean isStockout() {
    return from != 0;
  }
}
