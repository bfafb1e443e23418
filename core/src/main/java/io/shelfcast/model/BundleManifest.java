package io.shelfcast.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.forecast.LeadTimeErrors;
import java.time.Instant;

/**
 * Everything about a model but its trees: what it is, whether it may be used, what goes with it.
 */
public final class BundleManifest {
  private final long sequence;
  private final Instant createdAt;
  private final String modelSha256;
  private final FeatureList features;
  private final GoldenRows golden;
  private final TrainingRecord training;
  private final LeadTimeErrors errors;
  private final GroupStatistics statistics;

  private BundleManifest(
      long sequence,
      Instant createdAt,
      String modelSha256,
      FeatureList features,
      GoldenRows golden,
      TrainingRecord training,
      LeadTimeErrors errors,
      GroupStatistics statistics) {
    if (sequence < 1 || sequence > BundleFolder.LAST_SEQUENCE) {
      throw new IllegalArgumentException("the sequence is not in 1.." + BundleFolder.LAST_SEQUENCE);
    }
    this.sequence = sequence;
    this.createdAt = createdAt;
    this.modelSha256 = modelSha256;
    this.features = features;
    this.golden = golden;
    this.training = training;
    this.errors = errors;
    this.statistics = statistics;
  }

  @JsonCreator
  static BundleManifest fromJson(
      @JsonProperty("sequence") long sequence,
      @JsonProperty("createdAt") String createdAt,
      @JsonProperty("modelSha256") String modelSha256,
      @JsonProperty("features") FeatureList features,
      @JsonProperty("golden") GoldenRows golden,
      @JsonProperty("training") TrainingRecord training,
      @JsonProperty("errors") LeadTimeErrors errors,
      @JsonProperty("statistics") GroupStatistics statistics) {
    return new BundleManifest(
        sequence,
        Instant.parse(createdAt),
        modelSha256,
        features,
        golden,
        training,
        errors,
        statistics);
  }

  /**
   * The manifest for a model trained on the features that this code computes.
   *
   * @param sequence greater than that of every bundle before, at most 7 digits
   * @param golden with the margins of xgboost, not of {@link Scorer}
   */
  public static BundleManifest of(
      long sequence,
      Instant createdAt,
      byte[] modelUbj,
      GoldenRows golden,
      TrainingRecord training,
      LeadTimeErrors errors,
      GroupStatistics statistics) {
    return new BundleManifest(
        sequence,
        createdAt,
        Sha256.of(modelUbj),
        FeatureList.current(),
        golden,
        training,
        errors,
        statistics);
  }

  /** Order of bundles: a greater one replaces a smaller one. */
  @JsonProperty
  public long sequence() {
    return sequence;
  }

  public Instant createdAt() {
    return createdAt;
  }

  @JsonProperty("createdAt")
  String createdAtText() {
    return createdAt.toString();
  }

  /** Of the model's file, in hex. */
  @JsonProperty
  public String modelSha256() {
    return modelSha256;
  }

  @JsonProperty
  public FeatureList features() {
    return features;
  }

  @JsonProperty
  public GoldenRows golden() {
    return golden;
  }

  @JsonProperty
  public TrainingRecord training() {
    return training;
  }

  @JsonProperty
  public LeadTimeErrors errors() {
    return errors;
  }

  @JsonProperty
  public GroupStatistics statistics() {
    return statistics;
  }
}
