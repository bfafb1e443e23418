package io.shelfcast.forecast;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.Map;

/** What is known across stores and categories, computed by the trainer and frozen in the bundle. */
public final class GroupStatistics implements Serializable {
  private static final long serialVersionUID = 1;

  private final DayProfile dayProfile;
  private final Map<String, DayProfile> storeProfiles;
  private final Map<String, Double> productLevels;
  private final Map<String, Double> productTrends;
  private final Map<String, double[]> productWeeks;
  private final Map<String, Double> categoryLevels;
  private final double level;

  /**
   * @param dayProfile of all stores together
   * @param storeProfiles of each store, by storeId
   * @param productLevels mean daily units of a product over all stores, by productId
   * @param productTrends mean daily units of a product over the last two weeks, over its level
   * @param productWeeks mean daily units of a product on each weekday from Monday, over its level
   * @param categoryLevels mean daily units of a store-product, by category
   * @param level mean daily units of a store-product over everything
   */
  @JsonCreator
  public GroupStatistics(
      @JsonProperty("dayProfile") DayProfile dayProfile,
      @JsonProperty("storeProfiles") Map<String, DayProfile> storeProfiles,
      @JsonProperty("productLevels") Map<String, Double> productLevels,
      @JsonProperty("productTrends") Map<String, Double> productTrends,
      @JsonProperty("productWeeks") Map<String, double[]> productWeeks,
      @JsonProperty("categoryLevels") Map<String, Double> categoryLevels,
      @JsonProperty("level") double level) {
    this.dayProfile = dayProfile;
    this.storeProfiles = Map.copyOf(storeProfiles);
    this.productLevels = Map.copyOf(productLevels);
    this.productTrends = Map.copyOf(productTrends);
    this.productWeeks = Map.copyOf(productWeeks);
    this.categoryLevels = Map.copyOf(categoryLevels);
    this.level = level;
  }

  @JsonProperty
  public DayProfile dayProfile() {
    return dayProfile;
  }

  @JsonProperty
  public Map<String, DayProfile> storeProfiles() {
    return storeProfiles;
  }

  /** A store's own course of the day; that of all stores where it is unknown. */
  public DayProfile dayProfile(String storeId) {
    return storeProfiles.getOrDefault(storeId, dayProfile);
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
}
