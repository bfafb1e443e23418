package io.shelfcast.trainer.simulate;

import io.shelfcast.target.Replenishment;
import java.util.Arrays;

/**
 * One shelf kept at given order-up-to levels, day by day: in the morning what is due arrives, then
 * what brings the position up to the level is ordered, then customers come. What is not there is
 * lost.
 *
 * <p>An order of the morning of day t arrives on the morning of t + lead time; the next one that
 * can help, ordered a review period later, arrives on that of t + review period + lead time. So the
 * level of day t has to cover exactly lead time plus review period, the day itself included.
 */
final class Shelf {
  private final ShelfDays days;
  private final Terms terms;
  private final PointSums sums;
  private final long[] due;
  private final long[] position;
  private final boolean[] lost;
  private long onHand;
  private long onOrder;

  private Shelf(ShelfDays days, Terms terms, PointSums sums) {
    this.days = days;
    this.terms = terms;
    this.sums = sums;
    due = new long[days.count() + Arrays.stream(days.leadDays()).max().orElse(0) + 1];
    position = new long[days.count()];
    lost = new boolean[days.count()];
  }

  /**
   * Keeps a shelf that starts full.
   *
   * @param levels order-up-to level of each morning, in 1/10,000 units
   * @param exact the same in units, as it was before it was rounded
   */
  static void keep(ShelfDays days, Terms terms, long[] levels, double[] exact, PointSums sums) {
    if (days.count() == 0) {
      return;
    }
    Shelf shelf = new Shelf(days, terms, sums);
    shelf.onHand = levels[0];
    for (int day = 0; day < days.count(); day++) {
      shelf.morning(day, levels[day]);
      shelf.sell(day);
      if (day > 0 && day >= days.warmUp()) {
        sums.addLevel(levels[day - 1], levels[day]);
      }
    }
    shelf.judgeIntervals(exact);
  }

  private void morning(int day, long level) {
    onHand += due[day];
    onOrder -= due[day];
    if (!days.reviewed()[day]) {
      return;
    }
    long ordered = Replenishment.orderQuantity(level, onHand + onOrder, terms.packSize(), 0);
    int lead = days.leadDays()[day];
    if (lead == 0) {
      onHand += ordered;
    } else {
      due[day + lead] += ordered;
      onOrder += ordered;
    }
    position[day] = onHand + onOrder;
    if (day >= days.warmUp()) {
      sums.addReview(ordered);
    }
  }

  private void sell(int day) {
    long wanted = days.demand()[day];
    long sold = Math.min(onHand, wanted);
    onHand -= sold;
    lost[day] = sold < wanted;
    if (days.counts(day)) {
      sums.addDay(wanted, sold, onHand);
    }
  }

  private void judgeIntervals(double[] exact) {
    int review = terms.reviewDays();
    for (int day = days.warmUp(); day < days.count(); day++) {
      if (days.reviewed()[day]) {
        int cycle = day + terms.leadTimeDays();
        if (days.demand(cycle, cycle + review) >= 0) {
          sums.addCycle(hasLost(cycle, cycle + review));
        }
        int next = day + review;
        long wanted = -1;
        if (next < days.count()) {
          wanted = days.demand(day, next + days.leadDays()[next]);
        }
        if (wanted >= 0) {
          sums.addInterval(wanted <= position[day], shareWithin(exact[day], wanted));
        }
      }
    }
  }

  private boolean hasLost(int from, int to) {
    for (int day = from; day < to; day++) {
      if (lost[day]) {
        return true;
      }
    }
    return false;
  }

  /**
   * How much of the demand's own step lies within a level that is not a whole number of steps: 1 or
   * 0 but for the step around the level itself.
   */
  private double shareWithin(double level, long wanted) {
    double above = level * 10_000 - wanted;
    if (days.unit() == 0) {
      return above >= 0 ? 1 : 0;
    }
    return Math.max(0, Math.min(1, above / days.unit() + 0.5));
  }
}
