package io.shelfcast.producer.simulate;

import io.shelfcast.producer.simulate.Campaigns.Campaign;
import io.shelfcast.producer.simulate.Seeds.Use;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * How many sales a day a product would make in a store with stock at hand: seasons of the week and
 * the year, trend, the weeks before Christmas, promotions with a lull after them, weather common to
 * a store, and the day's own luck.
 */
final class Appetite {
  private static final double[] WEEK = {0.86, 0.84, 0.9, 1.0, 1.2, 1.0, 0.8};
  private static final int SATURDAY = 5;
  private static final int LULL_DAYS = 5;

  private final long seed;
  private final int firstDay;
  private final Campaigns campaigns;

  Appetite(long seed, int firstDay, Campaigns campaigns) {
    this.seed = seed;
    this.firstDay = firstDay;
    this.campaigns = campaigns;
  }

  /** Whether stores are open: Christmas Day and New Year's Day are planned closed. */
  static boolean isOpen(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return !(date.getMonthValue() == 12 && date.getDayOfMonth() == 25) && date.getDayOfYear() != 1;
  }

  /** The sales to expect, the day's luck aside. */
  double expected(Branch branch, Product product, int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    double rate = product.sales() * branch.size();
    if (product.intermittent()) {
      return rate;
    }
    int weekday = date.getDayOfWeek().getValue() - 1;
    rate *= WEEK[weekday] + (weekday == SATURDAY ? branch.weekend() : 0);
    double angle = 2 * Math.PI * (date.getDayOfYear() - product.peakDay()) / 365.25;
    rate *= 1 + product.swing() * Math.cos(angle);
    rate *= Math.max(0.3, 1 + product.yearlyTrend() * (day - firstDay) / 365.25);
    rate *= date.getMonthValue() == 12 && date.getDayOfMonth() < 25 ? 1.25 : 1;
    return rate * promotion(product, day);
  }

  private double promotion(Product product, int day) {
    Campaign campaign = campaigns.on(product, day);
    if (campaign != null) {
      return Math.exp(3 * campaign.discount() / 10_000d);
    }
    return campaigns.on(product, day - LULL_DAYS) != null ? 0.85 : 1;
  }

  /** The rate at which customers come on that day. */
  double rate(Branch branch, Product product, int day, SplittableRandom luck) {
    double weather = Seeds.of(seed, Use.WEATHER, branch.index(), day).nextGaussian();
    double noise = 0.1 * weather + 0.2 * luck.nextGaussian();
    return expected(branch, product, day) * Math.exp(noise - 0.025);
  }
}
