package io.shelfcast.job;

import io.shelfcast.job.SettingKind.Choice;
import io.shelfcast.job.SettingKind.Whole;
import java.util.Optional;

/**
 * One setting of the job: its property group and key, how it is read, its default and its meaning.
 * docs/settings.md is this table; a new setting is one line here.
 */
public enum Setting {
  STREAM("source", "stream", SettingKind.TEXT, "pos-events", "name of the Kinesis stream"),
  SOURCE_REGION("source", "region", SettingKind.TEXT, "us-east-1", "region of the stream"),
  SOURCE_ENDPOINT(
      "source", "endpoint", SettingKind.ADDRESS, null, "address to call instead of the region's"),
  POSITION(
      "source",
      "position",
      new Choice("TRIM_HORIZON", "AT_TIMESTAMP"),
      "TRIM_HORIZON",
      "where a fresh start begins to read"),
  TIMESTAMP(
      "source",
      "timestamp",
      SettingKind.MOMENT,
      null,
      "arrival from which AT_TIMESTAMP reads; asked for with it only"),
  CLOCK(
      "source",
      "clock",
      new Choice("arrival", "replay"),
      "arrival",
      "when an event counts as arrived: by Kinesis, or in a replay by its own sentAt"),
  SHARD_IDLE(
      "source",
      "shardIdleSeconds",
      new Whole(1, 3600),
      "60",
      "seconds after which a silent shard stops holding time back"),
  TABLE("targets", "table", SettingKind.TEXT, "inventory-targets", "name of the DynamoDB table"),
  TARGETS_REGION("targets", "region", SettingKind.TEXT, "us-east-1", "region of the table"),
  TARGETS_ENDPOINT(
      "targets", "endpoint", SettingKind.ADDRESS, null, "address to call instead of the region's"),
  LAKE_ROOT(
      "lake",
      "root",
      SettingKind.ADDRESS,
      Setting.REQUIRED,
      "root of the lake, as in s3://bucket/lake or file:///var/lake"),
  REBUILD(
      "lake",
      "rebuild",
      SettingKind.FLAG,
      "false",
      "whether a fresh start first rebuilds its state from the lake"),
  DISCOVERY(
      "model",
      "discoverySeconds",
      new Whole(1, 3600),
      "10",
      "seconds between two looks for a new model bundle"),
  BUNDLE(
      "model",
      "sequence",
      new Whole(1, 9_999_999),
      null,
      "uses this bundle only; the newest good one if absent"),
  SCORING_MODE(
      "scoring",
      "mode",
      new Choice("embedded", "sagemaker"),
      "embedded",
      "what makes the forecasts: the bundle in the job, or the endpoint, for which the bundle stands in"),
  SHADOW(
      "scoring",
      "shadow",
      new Choice("none", "sagemaker"),
      "none",
      "model that is tried beside the bundle; no target is made of it"),
  SHADOW_SHARE(
      "scoring",
      "shadowPerTenThousand",
      new Whole(1, 10_000),
      "100",
      "how many of ten thousand store-products it is tried for"),
  SCORING_NAME(
      "scoring", "endpointName", SettingKind.TEXT, "shelfcast", "name of the SageMaker endpoint"),
  SCORING_REGION("scoring", "region", SettingKind.TEXT, "us-east-1", "region of the endpoint"),
  SCORING_ENDPOINT(
      "scoring", "endpoint", SettingKind.ADDRESS, null, "address to call instead of the region's"),
  SCORING_DEADLINE(
      "scoring",
      "deadlineMillis",
      new Whole(10, 60_000),
      "1000",
      "milliseconds after which an answer of the endpoint comes too late"),
  GENERATION(
      "job",
      "generation",
      new Whole(1, Long.MAX_VALUE),
      null,
      "rank of a fresh start over earlier ones; seconds since 1970 at its submission if absent"),
  DEFAULT_ZONE(
      "job", "defaultZone", SettingKind.ZONE, "UTC", "zone of a store until its STORE event comes"),
  LATENESS(
      "job",
      "latenessMinutes",
      new Whole(0, 1440),
      "30",
      "minutes after a store's midnight before its day begins to close"),
  CLOSE_SPREAD(
      "job",
      "closeSpreadMinutes",
      new Whole(0, 1440),
      "30",
      "minutes over which the closes of one store's products are spread"),
  COALESCING(
      "job",
      "coalescingMillis",
      new Whole(0, 60_000),
      "1000",
      "milliseconds in which the forest runs, and readers are told, once at most for one store-product"),
  SAMPLED_DECISIONS(
      "job",
      "sampledDecisionsPerTenThousand",
      new Whole(0, 10_000),
      "10",
      "how many of ten thousand forest runs leave their features in the decision"),
  ASSUMED_LEAD_TIME(
      "job",
      "assumedLeadTimeDays",
      new Whole(0, 60),
      "7",
      "lead time of a store-product until its POLICY event comes"),
  ASSUMED_REVIEW_PERIOD(
      "job",
      "assumedReviewPeriodDays",
      new Whole(0, 30),
      "1",
      "review period of a store-product until its POLICY event comes"),
  ASSUMED_SERVICE_LEVEL(
      "job",
      "assumedServiceLevelPercent",
      new Whole(1, 99),
      "95",
      "cycle service level of a store-product until its POLICY event comes"),
  LOCAL_PARALLELISM(
      "local", "parallelism", new Whole(1, 128), "2", "parallel subtasks, when run locally"),
  LOCAL_CHECKPOINT_INTERVAL(
      "local",
      "checkpointMillis",
      new Whole(100, 3_600_000),
      "10000",
      "milliseconds between two checkpoints, when run locally"),
  LOCAL_CHECKPOINTS(
      "local",
      "checkpoints",
      SettingKind.ADDRESS,
      null,
      "folder of retained checkpoints, when run locally; none are retained if absent"),
  LOCAL_RESTORE(
      "local",
      "restore",
      SettingKind.ADDRESS,
      null,
      "checkpoint or savepoint to resume from, when run locally"),
  LOCAL_DASHBOARD(
      "local",
      "dashboardPort",
      new Whole(1, 65_535),
      null,
      "port of Flink's dashboard on loopback, when run locally; none if absent");

  /** In place of a default: the setting must be given. */
  static final String REQUIRED = "(required)";

  private final String group;
  private final String key;
  private final SettingKind kind;
  private final String otherwise;
  private final String meaning;

  Setting(String group, String key, SettingKind kind, String otherwise, String meaning) {
    this.group = group;
    this.key = key;
    this.kind = kind;
    this.otherwise = otherwise;
    this.meaning = meaning;
  }

  /** Name of the property group. */
  public String group() {
    return group;
  }

  /** Name within the group; a unit stands at its end. */
  public String key() {
    return key;
  }

  /** Group and key, as errors name it. */
  public String path() {
    return group + "." + key;
  }

  /** One line for the table in docs. */
  public String meaning() {
    return meaning;
  }

  /** Whether the job refuses to start without it. */
  public boolean isRequired() {
    return REQUIRED.equals(otherwise);
  }

  /** What an absent setting stands for, as it would be written; empty where there is nothing. */
  public Optional<String> otherwise() {
    return isRequired() ? Optional.empty() : Optional.ofNullable(otherwise);
  }

  /** All settings as a table for docs, in Markdown. */
  static String table() {
    StringBuilder table = new StringBuilder("| group | key | value | default | meaning |\n");
    table.append("|---|---|---|---|---|\n");
    for (Setting s : values()) {
      String otherwise = s.isRequired() ? "**required**" : s.otherwise().orElse("none");
      table.append(
          String.format(
              "| `%s` | `%s` | %s | %s | %s |%n",
              s.group, s.key, s.kind.description(), otherwise, s.meaning));
    }
    return table.toString();
  }

  SettingKind kind() {
    return kind;
  }
}
