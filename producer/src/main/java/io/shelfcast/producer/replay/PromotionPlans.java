package io.shelfcast.producer.replay;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.DailySeries;
import io.shelfcast.producer.series.ReadAhead;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.series.SpillingSort;
import io.shelfcast.producer.timeline.StoreClock;
import io.shelfcast.producer.timeline.TimedEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;

/**
 * The PROMOTION events of a data set: each run of promoted days with about the same price cut is a
 * plan, known five weeks ahead: longer than a forecast. Where only a flag is told, the price cut is
 * set down as {@link #NOMINAL_DISCOUNT}.
 */
public final class PromotionPlans {
  /** Price cut of a promotion whose price is not told, in 1/10,000. */
  public static final int NOMINAL_DISCOUNT = 2_000;

  private static final int KNOWN_AHEAD_DAYS = 35;
  private static final int LONGEST_DAYS = 100;
  private static final Duration MADE_AT = Duration.ofHours(6);

  /** Price cuts that differ by no more than a hundredth belong to one plan. */
  private static final int SAME_WITHIN = 100;

  private record Plan(String store, String product, int from, int to, int discount) {}

  private static final Comparator<Plan> BY_START =
      Comparator.comparingInt(Plan::from).thenComparing(Plan::store).thenComparing(Plan::product);

  private PromotionPlans() {}

  /** The events in order of time, none before the first day's start; to be closed. */
  public static Rows<TimedEvent> of(DailySeries series) {
    StoreClock clock = new StoreClock(series.place().zone());
    long start = clock.startOf(series.overview().firstDay());
    Rows<Plan> plans = new SpillingSort<>(BY_START, CODEC).sort(new Runs(series.bySeries()));
    return plans.map(
        plan -> {
          long made = Math.max(start, clock.at(plan.from() - KNOWN_AHEAD_DAYS, MADE_AT));
          StoreProductKey key = new StoreProductKey(plan.store(), plan.product());
          return TimedEvent.of(
              Facts.promotion(key, plan.from(), plan.to(), plan.discount(), made), made);
        });
  }

  /**
   * The price cut of a day in 1/10,000: as told, nominal where only a flag is, zero where the price
   * was hardly cut, or {@link DailyRow#UNKNOWN}.
   */
  public static int discountOf(DailyRow row) {
    if (row.isPromoted()) {
      return row.discount() > 0 ? row.discount() : NOMINAL_DISCOUNT;
    }
    return Math.min(row.discount(), 0);
  }

  /** Finds the plans in rows that come series by series. */
  private static final class Runs extends ReadAhead<Plan> implements Rows<Plan> {
    private final Rows<DailyRow> rows;
    private Plan open;

    Runs(Rows<DailyRow> rows) {
      this.rows = rows;
    }

    @Override
    protected boolean step() {
      if (rows.hasNext()) {
        DailyRow row = rows.next();
        if (row.isPromoted()) {
          take(row);
        }
        return true;
      }
      boolean last = open != null;
      end();
      return last;
    }

    private void take(DailyRow row) {
      if (open != null && continues(row)) {
        open = new Plan(open.store(), open.product(), open.from(), row.day(), open.discount());
      } else {
        end();
        open = new Plan(row.storeId(), row.productId(), row.day(), row.day(), discountOf(row));
      }
    }

    private void end() {
      if (open != null) {
        add(open);
        open = null;
      }
    }

    private boolean continues(DailyRow row) {
      return open.product().equals(row.productId())
          && open.store().equals(row.storeId())
          && row.day() == open.to() + 1
          && row.day() - open.from() < LONGEST_DAYS
          && Math.abs(discountOf(row) - open.discount()) <= SAME_WITHIN;
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  private static final SpillingSort.Codec<Plan> CODEC =
      new SpillingSort.Codec<>() {
        @Override
        public void write(Plan plan, DataOutput out) throws IOException {
          out.writeUTF(plan.store());
          out.writeUTF(plan.product());
          out.writeInt(plan.from());
          out.writeInt(plan.to());
          out.writeInt(plan.discount());
        }

        @Override
        public Plan read(DataInput in) throws IOException {
          return new Plan(in.readUTF(), in.readUTF(), in.readInt(), in.readInt(), in.readInt());
        }
      };
}
