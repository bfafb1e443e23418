package io.shelfcast.producer.simulate;

import io.shelfcast.producer.simulate.Campaigns.Campaign;
import java.util.SplittableRandom;

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

  private static final int MOST_UNITS = 50;

  boolean isSoldOn(int day) {
    return day >= launchDay;
  }

  /** Mean number of units in one sale. */
  double unitsASale() {
    return intermittent ? 2.5 : 1.25;
  }

  /** How many units a customer wants. */
  int unitsWanted(SplittableRandom random) {
    double more = 1 - 1 / unitsASale();
    int units = 1;
    while (units < MOST_UNITS && random.nextDouble() < more) {
      units++;
    }
    return units;
  }

  /** The price in a campaign, or the usual one where that is null; in minor units. */
  long price(Campaign campaign) {
    return campaign == null ? price : Math.round(price * (10_000 - campaign.discount()) / 10_000d);
  }
}
