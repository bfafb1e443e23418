package io.shelfcast.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Map;

/** What a model was trained from and how well it did; kept for readers, decides nothing. */
public final class TrainingRecord {
  private final String lakeSnapshot;
  private final int fromDay;
  private final int throughDay;
  private final Map<String, String> recipe;
  private final Map<String, Double> metrics;

  /**
   * @param lakeSnapshot name of the lake's manifest; nothing else was read
   * @param fromDay first business day of the training rows, in days since the epoch
   * @param throughDay last one
   * @param recipe the settings of the training, by name
   * @param metrics scores on origins that the model did not see, by name; finite
   */
  public TrainingRecord(
      String lakeSnapshot,
      int fromDay,
      int throughDay,
      Map<String, String> recipe,
      Map<String, Double> metrics) {
    if (throughDay < fromDay) {
      throw new IllegalArgumentException("the training window ends before it begins");
    }
    if (!metrics.values().stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a metric is not a finite number");
    }
    this.lakeSnapshot = lakeSnapshot;
    this.fromDay = fromDay;
    this.throughDay = throughDay;
    this.recipe = Map.copyOf(recipe);
    this.metrics = Map.copyOf(metrics);
  }

  @JsonCreator
  static TrainingRecord fromJson(
      @JsonProperty("lakeSnapshot") String lakeSnapshot,
      @JsonProperty("fromDay") String fromDay,
      @JsonProperty("throughDay") String throughDay,
      @JsonProperty("recipe") Map<String, String> recipe,
      @JsonProperty("metrics") Map<String, Double> metrics) {
    int from = (int) LocalDate.parse(fromDay).toEpochDay();
    int through = (int) LocalDate.parse(throughDay).toEpochDay();
    return new TrainingRecord(lakeSnapshot, from, through, recipe, metrics);
  }

  @JsonProperty
  public String lakeSnapshot() {
    return lakeSnapshot;
  }

  /** First business day, in days since the epoch; a date in the JSON. */
  public int fromDay() {
    return fromDay;
  }

  /** Last business day, in days since the epoch; a date in the JSON. */
  public int throughDay() {
    return throughDay;
  }

  @JsonProperty("fromDay")
  String fromDate() {
    return LocalDate.ofEpochDay(fromDay).toString();
  }

  @JsonProperty("throughDay")
  String throughDate() {
    return LocalDate.ofEpochDay(throughDay).toString();
  }

  @JsonProperty
  public Map<String, String> recipe() {
    return recipe;
  }

  @JsonProperty
  public Map<String, Double> metrics() {
    return metrics;
  }
}
