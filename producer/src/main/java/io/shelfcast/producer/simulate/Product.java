package io.shelfcast.producer.simulate;

/**
 * What is sold.
 *
 * @param price in minor units, promotions aside
 * @param sales mean number of sales a day in a store of usual size, seasons aside
 * @param intermittent sold seldom, several at once
 * @param swing how far the year's season moves it up and down, as a share
 * @param peakDay day of the year on which it sells most
 * @param yearlyTrend growth a year, as a share
 * @param packSize units in the pack it is delivered in
 * @param launchDay days since the epoch, or {@link #ALWAYS}
 */
record Product(
    int index,
    String id,
    String category,
    long price,
    double sales,
    boolean intermittent,
    double swing,
    int peakDay,
    double yearlyTrend,
    int packSize,
    int leadTimeDays,
    int launchDay) {
  /** On sale for as long as anybody remembers. */
  static final int ALWAYS = Integer.MIN_VALUE;

  boolean isSoldOn(int day) {
    return day >= launchDay;
  }
}
