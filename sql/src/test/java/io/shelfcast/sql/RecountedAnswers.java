package io.shelfcast.sql;

import static io.shelfcast.sql.Recount.value;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What queries of targets must answer, worked out row by row from what the lake holds. */
final class RecountedAnswers {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final Recount lake;

  RecountedAnswers(Recount lake) {
    this.lake = lake;
  }

  /** Rows of model_use; the shop has one bundle. */
  List<String> modelUse() {
    List<Long> asOf =
        lake.decisions().values().stream()
            .flatMap(List::stream)
            .map(decision -> decision.after().asOf())
            .sorted()
            .toList();
    return List.of(row(1, 1, at(asOf.get(0)), at(asOf.get(asOf.size() - 1)), asOf.size()));
  }

  /** Rows of stock_cover. */
  List<String> stockCover() {
    return newest()
        .sorted(Comparator.comparing(target -> value(target, Measure.DAYS_OF_SUPPLY)))
        .map(
            target ->
                row(
                    target.key().storeId(),
                    target.key().productId(),
                    at(target.asOf()),
                    value(target, Measure.ON_HAND),
                    value(target, Measure.ON_ORDER),
                    value(target, Measure.DAYS_OF_SUPPLY),
                    value(target, Measure.REORDER_POINT),
                    value(target, Measure.STOCKOUT_PROBABILITY),
                    target.atRisk(),
                    value(target, Measure.SUGGESTED_ORDER_QUANTITY)))
        .toList();
  }

  /** Rows of stockouts; in the shop one product runs out. */
  List<String> stockouts() {
    List<String> rows = new ArrayList<>();
    lake.decisions()
        .forEach(
            (key, decisions) -> {
              long began =
                  decisions.stream().filter(d -> !wasEmpty(d) && isEmpty(d.after())).count();
              long emptyMillis =
                  decisions.stream()
                      .filter(RecountedAnswers::wasEmpty)
                      .mapToLong(d -> d.after().asOf() - d.before().asOf())
                      .sum();
              if (began > 0) {
                BigDecimal hours = BigDecimal.valueOf(emptyMillis / 3_600_000d);
                rows.add(
                    row(
                        key.storeId(),
                        key.productId(),
                        began,
                        hours.setScale(1, RoundingMode.HALF_UP)));
              }
            });
    return rows;
  }

  private static boolean wasEmpty(Decision decision) {
    return decision.before() != null && isEmpty(decision.before());
  }

  private static boolean isEmpty(InventoryTarget target) {
    return target.get(Measure.ON_HAND) == 0;
  }

  /** Rows of slow_movers. */
  List<String> slowMovers() {
    return newest()
        .filter(target -> target.get(Measure.ON_HAND) > 0)
        .sorted(
            Comparator.comparing(
                target -> units(target.key()).doubleValue() / target.value(Measure.ON_HAND)))
        .map(
            target ->
                row(
                    target.key().storeId(),
                    target.key().productId(),
                    value(target, Measure.ON_HAND),
                    units(target.key()),
                    lake.sold(target.key()).size()))
        .toList();
  }

  private BigDecimal units(StoreProductKey key) {
    return lake.sold(key).stream()
        .map(Recount.Sold::units)
        .reduce(BigDecimal.ZERO.setScale(4), BigDecimal::add);
  }

  private Stream<InventoryTarget> newest() {
    return lake.decisions().keySet().stream().map(lake::newest);
  }

  /** Rows of inventory_cost. */
  List<String> inventoryCost(String yearly) {
    return lake.decisions().keySet().stream()
        .filter(key -> price(key) != null)
        .collect(Collectors.groupingBy(StoreProductKey::storeId, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            store -> {
              double before = stockValue(store.getValue(), true);
              double now = stockValue(store.getValue(), false);
              double aDay = Double.parseDouble(yearly) / 365;
              return row(
                  store.getKey(),
                  store.getValue().size(),
                  money(before),
                  money(now),
                  money(before * aDay),
                  money(now * aDay),
                  meanRisk(store.getValue(), true),
                  meanRisk(store.getValue(), false));
            })
        .toList();
  }

  /** What stood before the first decision, or stands since the last. */
  private InventoryTarget target(StoreProductKey key, boolean before) {
    Decision first = lake.decisions().get(key).get(0);
    InventoryTarget old = first.before() == null ? first.after() : first.before();
    return before ? old : lake.newest(key);
  }

  private double stockValue(List<StoreProductKey> keys, boolean before) {
    return keys.stream()
        .mapToDouble(
            key -> target(key, before).value(Measure.SAFETY_STOCK) * price(key).doubleValue())
        .sum();
  }

  private BigDecimal meanRisk(List<StoreProductKey> keys, boolean before) {
    return keys.stream()
        .map(key -> value(target(key, before), Measure.STOCKOUT_PROBABILITY))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(keys.size()), 4, RoundingMode.HALF_UP);
  }

  /** Mean price paid; null where nobody wrote one down. */
  private BigDecimal price(StoreProductKey key) {
    Recount.Sold all = lake.sold(key).stream().reduce(Recount.Sold.NOTHING, Recount.Sold::and);
    return all.pricedUnits().signum() == 0
        ? null
        : all.revenue().divide(all.pricedUnits(), 4, RoundingMode.HALF_UP);
  }

  private static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }

  private static String at(long millis) {
    return INSTANT.format(Instant.ofEpochMilli(millis));
  }

  private static String row(Object... cells) {
    return Stream.of(cells).map(String::valueOf).collect(Collectors.joining(" | "));
  }
}
