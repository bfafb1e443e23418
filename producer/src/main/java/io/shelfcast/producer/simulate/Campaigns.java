package io.shelfcast.producer.simulate;

import io.shelfcast.producer.simulate.Seeds.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When which product is promoted, in all stores alike. Time is cut into cycles, a length for each
 * product; each cycle holds one promotion, or none.
 */
final class Campaigns {
  /** Days between a promotion's announcement and its start. */
  static final int KNOWN_AHEAD_DAYS = 28;

  private static final double PRODUCTS_PROMOTED = 0.6;
  private static final double CYCLES_USED = 0.8;

  /**
   * One promotion.
   *
   * @param lastDay inclusive
   * @param discount in 1/10,000
   */
  record Campaign(int firstDay, int lastDay, int discount) {
    boolean covers(int day) {
      return day >= firstDay && day <= lastDay;
    }

    int announcedOn() {
      return firstDay - KNOWN_AHEAD_DAYS;
    }
  }

  private final long seed;

  Campaigns(long seed) {
    this.seed = seed;
  }

  /** The promotion of a product on a day, or null. */
  Campaign on(Product product, int day) {
    Campaign campaign = ofCycle(product, cycle(product, day));
    return campaign != null && campaign.covers(day) ? campaign : null;
  }

  /** Promotions announced by a day that are not over, in order of their start. */
  List<Campaign> knownOn(Product product, int day) {
    List<Campaign> known = new ArrayList<>();
    for (int c = cycle(product, day); c <= cycle(product, day + KNOWN_AHEAD_DAYS); c++) {
      Campaign campaign = ofCycle(product, c);
      if (campaign != null && campaign.lastDay() >= day && campaign.announcedOn() <= day) {
        known.add(campaign);
      }
    }
    return known;
  }

  private int cycleDays(Product product) {
    return 35 + Math.floorMod(product.index() * 7, 36);
  }

  private int cycle(Product product, int day) {
    return Math.floorDiv(day, cycleDays(product));
  }

  private Campaign ofCycle(Product product, int cycle) {
    SplittableRandom ever = Seeds.of(seed, Use.PROMOTION, product.index());
    if (product.intermittent() || ever.nextDouble() >= PRODUCTS_PROMOTED) {
      return null;
    }
    SplittableRandom random = Seeds.of(seed, Use.PROMOTION, product.index(), cycle);
    if (random.nextDouble() >= CYCLES_USED) {
      return null;
    }
    int length = random.nextBoolean() ? 7 : 14;
    int first = cycle * cycleDays(product) + random.nextInt(cycleDays(product) - length);
    int discount = 1_000 + 500 * random.nextInt(7);
    return first < product.launchDay() ? null : new Campaign(first, first + length - 1, discount);
  }
}
