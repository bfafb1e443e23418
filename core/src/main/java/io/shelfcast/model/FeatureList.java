package io.shelfcast.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.shelfcast.feature.FeatureSchema;
import java.util.List;

/** The features a model was trained on, which must be the ones that this code computes. */
public final class FeatureList {
  private final String hash;
  private final int count;
  private final List<String> names;

  /**
   * @param hash of the schema
   * @param names in column order; they explain the hash to a reader and decide nothing
   */
  @JsonCreator
  public FeatureList(
      @JsonProperty("hash") String hash,
      @JsonProperty("count") int count,
      @JsonProperty("names") List<String> names) {
    this.hash = hash;
    this.count = count;
    this.names = List.copyOf(names);
  }

  /** What this code computes. */
  public static FeatureList current() {
    return new FeatureList(FeatureSchema.hash(), FeatureSchema.count(), FeatureSchema.names());
  }

  @JsonProperty
  public String hash() {
    return hash;
  }

  @JsonProperty
  public int count() {
    return count;
  }

  @JsonProperty
  public List<String> names() {
    return names;
  }
}
