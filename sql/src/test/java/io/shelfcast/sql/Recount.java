package io.shelfcast.sql;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.lake.RowFilter;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The lake's rows of some days as Java reads them, with nothing of SQL in between. How often
 * targets are told depends on the wall clock, so what was decided is counted rather than expected.
 */
final class Recount {
  /** What one store-product sold on one day. */
  record Sold(BigDecimal units, BigDecimal pricedUnits, BigDecimal revenue) {
    static final Sold NOTHING = new Sold(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    Sold and(Sold other) {
      return new Sold(
          units.add(other.units), pricedUnits.add(other.pricedUnits), revenue.add(other.revenue));
    }
  }

  private final Map<StoreProductKey, List<Decision>> decisions =
      new TreeMap<>(
          Comparator.comparing(StoreProductKey::storeId).thenComparing(StoreProductKey::productId));
  private final Map<StoreProductKey, Map<LocalDate, Sold>> sold = new HashMap<>();

  Recount(Snapshot lake, LocalDate first, LocalDate last) {
    int from = (int) first.toEpochDay();
    int to = (int) last.toEpochDay();
    lake.decisions(from, to, RowFilter.all()).forEachRemaining(row -> add(row.decision()));
    decisions.values().forEach(list -> list.sort(Comparator.comparing(d -> d.after().version())));
    List<ArchivedEvent> events = new ArrayList<>();
    lake.events(0, Integer.MAX_VALUE).forEachRemaining(events::add);
    Set<String> voided = new HashSet<>();
    events.forEach(row -> voided.add(row.event().text(Field.VOIDS_EVENT_ID, "")));
    for (ArchivedEvent row : events) {
      boolean isAsked = row.businessDay() >= from && row.businessDay() <= to;
      boolean counts = row.fate() == Fate.APPLIED && !voided.contains(row.event().eventId());
      if (row.event().type() == EventType.SALE && isAsked && counts) {
        add(row.event(), LocalDate.ofEpochDay(row.businessDay()));
      }
    }
  }

  private void add(Decision decision) {
    decisions.computeIfAbsent(decision.after().key(), any -> new ArrayList<>()).add(decision);
  }

  private void add(Event sale, LocalDate day) {
    BigDecimal units = BigDecimal.valueOf(sale.quantity(), 4);
    boolean priced = sale.has(Field.UNIT_PRICE);
    BigDecimal revenue = units.multiply(BigDecimal.valueOf(sale.number(Field.UNIT_PRICE, 0), 2));
    sold.computeIfAbsent(StoreProductKey.of(sale), any -> new HashMap<>())
        .merge(day, new Sold(units, priced ? units : BigDecimal.ZERO, revenue), Sold::and);
  }

  /** Each store-product's decisions of these days, the oldest version first. */
  Map<StoreProductKey, List<Decision>> decisions() {
    return decisions;
  }

  /** The target that was told last within these days. */
  InventoryTarget newest(StoreProductKey key) {
    List<Decision> all = decisions.get(key);
    return all.get(all.size() - 1).after();
  }

  Sold sold(StoreProductKey key, LocalDate day) {
    return sold.getOrDefault(key, Map.of()).getOrDefault(day, Sold.NOTHING);
  }

  /** What a store-product sold on each day on which it sold anything. */
  Collection<Sold> sold(StoreProductKey key) {
    return sold.getOrDefault(key, Map.of()).values();
  }

  /** A measure in its own unit; null where absent. */
  static BigDecimal value(InventoryTarget target, Measure measure) {
    return target.has(measure) ? BigDecimal.valueOf(target.get(measure), 4) : null;
  }
}
