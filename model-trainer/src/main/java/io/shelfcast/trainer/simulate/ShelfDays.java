package io.shelfcast.trainer.simulate;

/**
 * What happens to the shelf of one store-product, whoever orders for it; arrays by day.
 *
 * @param demand units wanted, in 1/10,000; on a day whose demand is not known, what is assumed
 * @param known whether the day counts
 * @param reviewed whether there is a chance to order in the morning
 * @param leadDays lead time of an order made that morning
 * @param warmUp first days that do not count, since the shelf still shows how it was started
 * @param unit the steps demand comes in, in 1/10,000 units; 0 for none
 */
record ShelfDays(
    long[] demand, boolean[] known, boolean[] reviewed, int[] leadDays, int warmUp, long unit) {

  int count() {
    return demand.length;
  }

  boolean counts(int day) {
    return day >= warmUp && known[day];
  }

  /** Units wanted from one day to another, exclusive; −1 if they are not all known or over. */
  long demand(int from, int to) {
    if (to > count()) {
      return -1;
    }
    long sum = 0;
    for (int day = from; day < to; day++) {
      if (!known[day]) {
        return -1;
      }
      sum += demand[day];
    }
    return sum;
  }
}
