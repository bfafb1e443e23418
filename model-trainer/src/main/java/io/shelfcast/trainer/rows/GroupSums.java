package io.shelfcast.trainer.rows;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.DayProfile;
import io.shelfcast.forecast.GroupStatistics;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sums from which the group statistics of one day are made, over the days before it. */
final class GroupSums implements Serializable {
  /** Days before that count for levels: long enough for slow movers, short enough to be current. */
  private static final int LEVEL_DAYS = 56;

  private static final int RECENT_DAYS = 14;

  /** Store-product days after which the profile seen replaces the assumed one wholly. */
  private static final int TRUSTED_DAYS = 200;

  /** Assumed share of a day's demand in each hour while no sale was seen: a shop open 8 to 21. */
  private static final double[] USUAL_HOURS = {
    0, 0, 0, 0, 0, 0, 0, 0.01, 0.04, 0.07, 0.09, 0.10, 0.10, 0.08, 0.07, 0.07, 0.08, 0.10, 0.10,
    0.06, 0.03, 0, 0, 0
  };

  private final int day;
  private final Map<String, Mean> products = new TreeMap<>();
  private final Map<String, Mean> recent = new TreeMap<>();
  private final Map<String, Mean[]> weeks = new TreeMap<>();
  private final Map<String, Mean> categories = new TreeMap<>();
  private final Mean all = new Mean();
  private final Hours hours = new Hours();
  private final Map<String, Hours> storeHours = new TreeMap<>();

  private static final class Mean implements Serializable {
    double sum;
    long days;

    void add(double units, long n) {
      sum += units;
      days += n;
    }

    double value() {
      return days == 0 ? 0 : sum / days;
    }
  }

  /** Shares of full days sold in each hour. */
  private static final class Hours implements Serializable {
    final double[] shares = new double[24];
    double days;

    /** Each day counts the same, so that no single large sale bends the profile. */
    void add(double[] quantities) {
      double total = Arrays.stream(quantities).sum();
      if (total > 0) {
        for (int hour = 0; hour < 24; hour++) {
          shares[hour] += quantities[hour] / total;
        }
        days++;
      }
    }

    void join(Hours other) {
      for (int hour = 0; hour < 24; hour++) {
        shares[hour] += other.shares[hour];
      }
      days += other.days;
    }

    /** What was seen, with few days leaning on what is assumed: the share of each hour. */
    double[] leaningOn(double[] assumed) {
      double seen = Math.min(1, days / TRUSTED_DAYS);
      double[] mixed = new double[24];
      for (int hour = 0; hour < 24; hour++) {
        double own = days > 0 ? shares[hour] / days : 0;
        mixed[hour] = seen * own + (1 - seen) * assumed[hour];
      }
      return mixed;
    }
  }

  GroupSums(int day) {
    this.day = day;
  }

  /** The day, of which nothing is counted any more. */
  int day() {
    return day;
  }

  void add(StoreProductKey key, DailyTruth truth, HourlySales sales) {
    double sum = 0;
    long n = 0;
    for (int d = day - LEVEL_DAYS; d < day; d++) {
      double units = truth.fullDemand(d);
      if (!Double.isNaN(units)) {
        sum += units;
        n++;
        week(weeks, key.productId())[Math.floorMod(d + 3, 7)].add(units, 1);
        if (d >= day - RECENT_DAYS) {
          mean(recent, key.productId()).add(units, 1);
        }
      }
    }
    if (n > 0) {
      mean(products, key.productId()).add(sum, n);
      mean(categories, truth.category()).add(sum, n);
      all.add(sum, n);
    }
    // a shelf that was empty in the evening would tell that nobody buys then
    sales.forEach(
        (salesDay, quantities) -> {
          if (salesDay < day && !Double.isNaN(truth.fullDemand(salesDay))) {
            hours.add(quantities);
            hours(key.storeId()).add(quantities);
          }
        });
  }

  /** Means by weekday from Monday; 1970-01-01 was a Thursday. */
  private static Mean[] week(Map<String, Mean[]> weeks, String name) {
    return weeks.computeIfAbsent(
        name, absent -> Stream.generate(Mean::new).limit(7).toArray(Mean[]::new));
  }

  private static Mean mean(Map<String, Mean> means, String name) {
    return means.computeIfAbsent(name, absent -> new Mean());
  }

  private Hours hours(String storeId) {
    return storeHours.computeIfAbsent(storeId, absent -> new Hours());
  }

  void join(GroupSums other) {
    other.products.forEach((name, m) -> mean(products, name).add(m.sum, m.days));
    other.recent.forEach((name, m) -> mean(recent, name).add(m.sum, m.days));
    other.weeks.forEach(
        (name, week) -> {
          for (int i = 0; i < week.length; i++) {
            week(weeks, name)[i].add(week[i].sum, week[i].days);
          }
        });
    other.categories.forEach((name, m) -> mean(categories, name).add(m.sum, m.days));
    all.add(other.all.sum, other.all.days);
    hours.join(other.hours);
    other.storeHours.forEach((storeId, own) -> hours(storeId).join(own));
  }

  GroupStatistics statistics() {
    double[] usual = hours.leaningOn(USUAL_HOURS);
    Map<String, DayProfile> ofStores = new TreeMap<>();
    storeHours.forEach((storeId, own) -> ofStores.put(storeId, profile(own.leaningOn(usual))));
    return new GroupStatistics(
        profile(usual),
        ofStores,
        levels(products),
        trends(),
        weeks(),
        levels(categories),
        all.value());
  }

  private Map<String, Double> trends() {
    Map<String, Double> trends = new TreeMap<>();
    recent.forEach(
        (name, mean) -> {
          double level = products.get(name).value();
          if (level > 0) {
            trends.put(name, mean.value() / level);
          }
        });
    return trends;
  }

  private Map<String, double[]> weeks() {
    Map<String, double[]> shapes = new TreeMap<>();
    weeks.forEach(
        (name, week) -> {
          double level = products.get(name).value();
          if (level > 0) {
            shapes.put(
                name,
                Arrays.stream(week)
                    .mapToDouble(mean -> mean.days == 0 ? 1 : mean.value() / level)
                    .toArray());
          }
        });
    return shapes;
  }

  private static Map<String, Double> levels(Map<String, Mean> means) {
    Map<String, Double> levels = new TreeMap<>();
    means.forEach((name, mean) -> levels.put(name, mean.value()));
    levels.remove("");
    return levels;
  }

  private static DayProfile profile(double[] hours) {
    double[] profile = new double[25];
    for (int hour = 0; hour < 24; hour++) {
      profile[hour + 1] = profile[hour] + hours[hour];
    }
    for (int hour = 1; hour < 24; hour++) {
      profile[hour] = Math.min(1, profile[hour] / profile[24]);
    }
    profile[24] = 1;
    return new DayProfile(profile);
  }
}
