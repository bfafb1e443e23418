package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import io.shelfcast.event.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.TreeMap;

/**
 * Promotions planned for one store-product. On each day the newest plan that covers it counts, from
 * the day the plan itself was made: a plan is known ahead.
 */
final class Promotions {
  /** The newest plans are kept, this many. */
  static final int LIMIT = 64;

  private final TreeMap<Stamp, PlannedPromotion> plans = new TreeMap<>();

  void add(Event event, Stamp stamp, int day) {
    plans.put(
        stamp,
        new PlannedPromotion(
            day,
            (int) event.number(Field.FROM_DAY),
            (int) event.number(Field.TO_DAY),
            (int) event.number(Field.DISCOUNT)));
    if (plans.size() > LIMIT) {
      plans.pollFirstEntry();
    }
  }

  /** The promotion planned for a day, or null: a price cut of nothing takes a plan back. */
  PlannedPromotion on(int day) {
    if (plans.isEmpty()) {
      return null; // asked for each day of each forecast
    }
    for (PlannedPromotion plan : plans.descendingMap().values()) {
      if (plan.covers(day)) {
        return plan.discount() > 0 ? plan : null;
      }
    }
    return null;
  }

  /** Planned price cut on a day in 1/10,000; zero where nothing is planned. */
  int discountOn(int day) {
    PlannedPromotion plan = on(day);
    return plan == null ? 0 : plan.discount();
  }

  /** Forgets plans that ended before the repair window. */
  void forget(int windowStart) {
    plans.values().removeIf(plan -> plan.to() < windowStart);
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, plans.size());
    for (var e : plans.entrySet()) {
      e.getKey().write(out);
      Varint.write(out, e.getValue().madeOn());
      Varint.write(out, e.getValue().from());
      Varint.write(out, e.getValue().to());
      Varint.write(out, e.getValue().discount());
    }
  }

  static Promotions read(DataInput in) throws IOException {
    Promotions all = new Promotions();
    for (int n = Varint.readInt(in); n > 0; n--) {
      Stamp stamp = Stamp.read(in);
      int madeOn = Varint.readInt(in);
      int from = Varint.readInt(in);
      int to = Varint.readInt(in);
      all.plans.put(stamp, new PlannedPromotion(madeOn, from, to, Varint.readInt(in)));
    }
    return all;
  }
}
