package io.shelfcast.aws;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a deployment of some size costs a month at list prices, under the assumptions that
 * docs/cost.md lists with where each is from. Dollars, GB and months unless named otherwise.
 */
final class MonthlyBill {
  private static final double HOURS = 730;
  private static final double DAYS = 30.4;
  private static final double MINUTES_PER_DAY = 1_440;
  private static final double GB = 1e9;

  private static final double STORE_PRODUCTS_PER_STORE = 10_000;
  private static final double EVENTS_PER_SECOND_AND_KPU = 1_000;
  private static final double PEAK_OVER_MEAN = 4;
  private static final double CLOSES_PER_SECOND_AND_KPU = 500;
  private static final double STATE_BYTES = 3_000;
  private static final double STATE_BYTES_PER_EVENT = 40;
  private static final double REPAIRABLE_DAYS = 14;
  private static final double DISK_OVER_STATE = 2;
  private static final double DISK_GB_PER_KPU = 50;
  private static final double TARGETS_PER_EVENT = 0.5;
  private static final double WRITE_UNITS_PER_TARGET = 1.3;
  private static final double BYTES_PER_RECORD = 1_024;
  private static final double DAYS_KEPT_MORE = 6;
  private static final double LAKE_BYTES_PER_EVENT = 25;
  private static final double LAKE_BYTES_PER_DECISION = 110;
  private static final double REQUESTS_PER_KPU_AND_CHECKPOINT = 2 * 3;
  private static final double METRICS_PER_SUBTASK = 26;
  private static final double ALARMS = 15;
  private static final double QUERIES = 100;

  private static final double DISK = 0.10;
  private static final double STREAM_OUT = 0.04;
  private static final double STREAM_KEPT = 0.10;
  private static final double TABLE_KEPT = 0.25 + 0.20;
  private static final double LAKE_KEPT = 0.023;
  private static final double LAKE_REQUEST = 0.005 / 1_000;
  private static final double METRIC = 0.30;
  private static final double ALARM = 0.10;
  private static final double DASHBOARD = 3;
  private static final double XLARGE_HOUR = 0.23;
  private static final double LARGE_HOUR = XLARGE_HOUR / 2;
  private static final double TB_SCANNED = 5;

  private final Sizes.Prices prices;
  private final double storeProducts;
  private final double events;
  private final double records;
  private final double stores;
  private final double kpus;

  /**
   * @param events a day
   */
  MonthlyBill(Sizes.Prices prices, double storeProducts, double events) {
    this.prices = prices;
    this.storeProducts = storeProducts;
    this.events = events;
    stores = storeProducts / STORE_PRODUCTS_PER_STORE;
    records = events + stores * MINUTES_PER_DAY;
    kpus = Math.max(1, Math.ceil(Math.max(forEvents(), Math.max(forCloses(), forState()))));
  }

  private boolean isLarge() {
    return storeProducts > 1_000_000;
  }

  private double forEvents() {
    return PEAK_OVER_MEAN * records / 86_400 / EVENTS_PER_SECOND_AND_KPU;
  }

  private double forCloses() {
    double seconds = isLarge() ? 4 * 3_600 : 30 * 60;
    return storeProducts / seconds / CLOSES_PER_SECOND_AND_KPU;
  }

  private double forState() {
    double bytes = storeProducts * STATE_BYTES + events * REPAIRABLE_DAYS * STATE_BYTES_PER_EVENT;
    return DISK_OVER_STATE * bytes / GB / DISK_GB_PER_KPU;
  }

  private double flink() {
    return (kpus + 1) * prices.kpuHour() * HOURS + kpus * DISK_GB_PER_KPU * DISK;
  }

  private double stream() {
    double gbADay = records * BYTES_PER_RECORD / (1 << 30);
    return prices.streamHour() * HOURS
        + gbADay * DAYS * (prices.streamGbIn() + STREAM_OUT)
        + gbADay * DAYS_KEPT_MORE * STREAM_KEPT;
  }

  private double table() {
    double staleness = stores * MINUTES_PER_DAY;
    double units = targets() * WRITE_UNITS_PER_TARGET + staleness;
    return units * DAYS / 1e6 * prices.tableMillionWriteUnits()
        + storeProducts * BYTES_PER_RECORD / (1 << 30) * TABLE_KEPT;
  }

  private double targets() {
    return events * TARGETS_PER_EVENT;
  }

  private double lake() {
    double requests = kpus * REQUESTS_PER_KPU_AND_CHECKPOINT * MINUTES_PER_DAY * DAYS;
    return lakeGbAYear() * LAKE_KEPT + requests * LAKE_REQUEST;
  }

  private double lakeGbAYear() {
    return (records * LAKE_BYTES_PER_EVENT + targets() * LAKE_BYTES_PER_DECISION) * 365 / GB;
  }

  private double rest() {
    double watching = METRICS_PER_SUBTASK * kpus * METRIC + ALARMS * ALARM + DASHBOARD;
    double queries = QUERIES * TB_SCANNED * Math.min(1, lakeGbAYear() / 12 / 1_000);
    return watching + trainer() + queries;
  }

  /** A training and a compaction a day. */
  private double trainer() {
    if (isLarge()) {
      return DAYS * 2 * 4 * (XLARGE_HOUR + LARGE_HOUR);
    }
    return storeProducts < 1_000_000
        ? DAYS * (XLARGE_HOUR + LARGE_HOUR) / 4
        : DAYS * (XLARGE_HOUR + LARGE_HOUR / 2);
  }

  /** As docs/cost.md shows it, behind its size. */
  String row() {
    List<Double> parts = List.of(flink(), stream(), table(), lake(), rest());
    double all = parts.stream().mapToDouble(Double::doubleValue).sum();
    return Stream.of(
            Stream.of(String.format("%.0f + 1", kpus)),
            parts.stream().map(MonthlyBill::rounded),
            Stream.of("**" + rounded(all) + "**", rounded(all / (events * DAYS / 1e6))))
        .flatMap(cells -> cells)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String rounded(double dollars) {
    return String.format(Locale.ROOT, dollars < 9.95 ? "%.1f" : "%,.0f", dollars);
  }
}
