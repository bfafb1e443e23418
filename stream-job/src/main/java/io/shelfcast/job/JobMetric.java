package io.shelfcast.job;

import io.shelfcast.event.Fate;
import java.util.Locale;

/**
 * One figure that the job shows under the metric group {@value #GROUP}, and hence in CloudWatch:
 * its name, kind and meaning. Alarms and dashboards follow this table.
 */
public enum JobMetric {
  READ("read", Kind.DURABLE_COUNT, "records read from the stream"),
  REFUSED("refused", Kind.DURABLE_COUNT, "records that are no event"),
  APPLIED("applied", Kind.DURABLE_COUNT, "events taken into state"),
  DUPLICATE("duplicate", Kind.DURABLE_COUNT, "events that were applied before"),
  TOO_OLD("tooOld", Kind.DURABLE_COUNT, "events older than the repair window"),
  RESCORED("rescored", Kind.DURABLE_COUNT, "runs of the model's forest"),
  DECIDED("decided", Kind.DURABLE_COUNT, "targets sent to the table"),
  SUPPRESSED("suppressed", Kind.DURABLE_COUNT, "changed targets held back as immaterial"),
  OLDEST_UNSETTLED_SECONDS(
      "oldestUnsettledSeconds",
      Kind.LEVEL,
      "longest time since the arrival of a change that readers are yet to be told of"),
  STORE_PRODUCTS(
      "storeProducts", Kind.DURABLE_LEVEL, "store-products that readers have a target of"),
  AT_RISK("atRisk", Kind.DURABLE_LEVEL, "store-products at risk of a stockout"),
  STOCKOUTS("stockouts", Kind.DURABLE_LEVEL, "store-products without stock on hand"),
  PHANTOM_DAYS(
      "phantomDays",
      Kind.DURABLE_COUNT,
      "days closed in an improbable silence of store-products with stock on hand"),
  DAY_AHEAD_UNITS(
      "dayAheadUnits",
      Kind.DURABLE_COUNT,
      "1/10,000 units sold on closed days that had a forecast"),
  DAY_AHEAD_ERROR(
      "dayAheadError", Kind.DURABLE_COUNT, "1/10,000 units by which it was off, either way"),
  DAY_AHEAD_NAIVE_ERROR(
      "dayAheadNaiveError",
      Kind.DURABLE_COUNT,
      "1/10,000 units by which the same weekday a week before was off"),
  FORECAST_ERROR("forecastError", Kind.LEVEL, "day-ahead error as a share of the units sold"),
  BUNDLE_SEQUENCE("bundleSequence", Kind.LEVEL, "sequence of the model bundle in use"),
  BUNDLE_AGE_SECONDS("bundleAgeSeconds", Kind.LEVEL, "time since the model bundle was made"),
  BUNDLES_REFUSED("bundlesRefused", Kind.COUNT, "model bundles found bad"),
  REMOTE_SCORED("remoteScored", Kind.DURABLE_COUNT, "forecasts that the endpoint made"),
  REMOTE_FAILED(
      "remoteFailed",
      Kind.DURABLE_COUNT,
      "forecasts asked of it that the bundle made instead: too late, at fault or too busy"),
  SHADOW_SCORED("shadowScored", Kind.COUNT, "forecasts that the shadow model made as well"),
  SHADOW_FAILED(
      "shadowFailed", Kind.COUNT, "forecasts that it did not make: too late, at fault or too busy"),
  SHADOW_DIFFERENCE(
      "shadowDifference",
      Kind.LEVEL,
      "how far its forecasts are from those in use, as a share of these"),
  PUBLISHED("published", Kind.COUNT, "targets and staleness items acknowledged by the table"),
  PUTS_REFUSED("putsRefused", Kind.COUNT, "puts refused because the table holds a newer version"),
  PUTS_RETRIED("putsRetried", Kind.COUNT, "puts tried again after a throttle, timeout or fault"),
  WRITE_UNITS("writeUnits", Kind.COUNT, "write capacity units, refused puts and index included"),
  FRESHNESS_P50_MS("freshnessP50Ms", Kind.LEVEL, "median of arrival to acknowledged put"),
  FRESHNESS_P99_MS("freshnessP99Ms", Kind.LEVEL, "99th percentile of the same");

  /** How a figure behaves over time and restarts. */
  public enum Kind {
    /** Only grows; kept in checkpointed state, exact after a restart. */
    DURABLE_COUNT,
    /** Grows and falls; kept in checkpointed state. */
    DURABLE_LEVEL,
    /** Only grows; starts from zero at a restart. */
    COUNT,
    /** What is so just now. */
    LEVEL
  }

  /** The metric group that the managed runtime forwards to CloudWatch. */
  public static final String GROUP = "kinesisanalytics";

  private final String json;
  private final Kind kind;
  private final String meaning;

  JobMetric(String json, Kind kind, String meaning) {
    this.json = json;
    this.kind = kind;
    this.meaning = meaning;
  }

  /** All figures as a table for docs, in Markdown. */
  static String table() {
    StringBuilder table = new StringBuilder("| metric | kind | meaning |\n|---|---|---|\n");
    for (JobMetric m : values()) {
      String kind = m.kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      table.append(String.format("| `%s` | %s | %s |%n", m.json, kind, m.meaning));
    }
    return table.toString();
  }

  /** The count of records that ended so. */
  public static JobMetric of(Fate fate) {
    switch (fate) {
      case APPLIED:
        return APPLIED;
      case DUPLICATE:
        return DUPLICATE;
      case TOO_OLD:
        return TOO_OLD;
      default:
        return REFUSED;
    }
  }

  /** Name of the metric, and of the accumulator where the figure is durable. */
  public String json() {
    return json;
  }

  public Kind kind() {
    return kind;
  }

  /** One line for docs and alarms. */
  public String meaning() {
    return meaning;
  }
}
