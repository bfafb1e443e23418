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

  /** The promotion planned for a day. */
  PlannedPromotion on(int day) {
    if (plans.isEmpty()) {
      return PlannedPromotion.NONE; // asked for each day of each forecast
    }
    for (PlannedPromotion plan : plans.descendingMap().values()) {
      if (plan.covers(day)) {
        return plan.isPlanned() ? plan : PlannedPromotion.NONE;
      }
    }
    return PlannedPromotion.NONE;
  }

  /** Forgets plans that ended before the repair window. */
  void forget(int windowStart) {
    plans.values().removeIf(plan -> plan.endsBefore(windowStart));
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, plans.size());
    for (var e : plans.entrySet()) {
      e.getKey().write(out);
      e.getValue().write(out);
    }
  }

  static Promotions read(DataInput in) throws IOException {
    Promotions all = new Promotions();
    for (int n = Varint.readInt(in); n > 0; n--) {
      all.plans.put(Stamp.read(in), PlannedPromotion.read(in));
    }
    return all;
  }
}
