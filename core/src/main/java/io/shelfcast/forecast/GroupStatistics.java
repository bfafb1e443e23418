package io.shelfcast.forecast;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.Map;

/** What is known across stores and categories, computed by the trainer and frozen in the bundle. */
public final class GroupStatistics implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[] dayProfile;
  private final Map<String, Double> productLevels;
  private final Map<String, Double> productTrends;
  private final Map<String, double[]> productWeeks;
  private final Map<String, Double> categoryLevels;
  private final double level;

  /**
   * @param dayProfile 25 shares: of a day's demand, how much is usually sold by each full hour of
   *     the store's clock, from 0 at hour 0 to 1 at hour 24, not descending
   * @param productLevels mean daily units of a product over all stores, by productId
   * @param productTrends mean daily units of a product over the last two weeks, over its level
   * @param productWeeks mean daily units of a product on each weekday from Monday, over its level
   * @param categoryLevels mean daily units of a store-product, by category
   * @param level mean daily units of a store-product over everything
   */
  @JsonCreator
  public GroupStatistics(
      @JsonProperty("dayProfile") double[] dayProfile,
      @JsonProperty("productLevels") Map<String, Double> productLevels,
      @JsonProperty("productTrends") Map<String, Double> productTrends,
      @JsonProperty("productWeeks") Map<String, double[]> productWeeks,
      @JsonProperty("categoryLevels") Map<String, Double> categoryLevels,
      @JsonProperty("level") double level) {
    if (dayProfile.length != 25 || dayProfile[0] != 0 || dayProfile[24] != 1) {
      throw new IllegalArgumentException("the day profile needs 25 shares from 0 to 1");
    }
    this.dayProfile = dayProfile;
    this.productLevels = Map.copyOf(productLevels);
    this.productTrends = Map.copyOf(productTrends);
    this.productWeeks = Map.copyOf(productWeeks);
    this.categoryLevels = Map.copyOf(categoryLevels);
    this.level = level;
  }

  @JsonProperty
  public double[] dayProfile() {
    return dayProfile;
  }

  @JsonProperty
  public Map<String, Double> productLevels() {
    return productLevels;
  }

  @JsonProperty
  public Map<String, Double> productTrends() {
    return productTrends;
  }

  @JsonProperty
  public Map<String, double[]> productWeeks() {
    return productWeeks;
  }

  /**
   * How a product sells on a weekday against its own mean, over all stores; NaN where unknown.
   *
   * @param weekday 1 for Monday to 7
   */
  public double onWeekday(String productId, int weekday) {
    double[] week = productWeeks.get(productId);
    return week == null ? Double.NaN : week[weekday - 1];
  }

  @JsonProperty
  public Map<String, Double> categoryLevels() {
    return categoryLevels;
  }

  @JsonProperty
  public double level() {
    return level;
  }

  /**
   * Usual share of a day's demand sold by a point of its clock.
   *
   * @param clockShare share of the day that has passed, from 0 to 1
   */
  public double elapsed(double clockShare) {
    double hour = 24 * clockShare;
    int full = Math.min(23, (int) hour);
    return dayProfile[full] + (hour - full) * (dayProfile[full + 1] - dayProfile[full]);
  }
}
