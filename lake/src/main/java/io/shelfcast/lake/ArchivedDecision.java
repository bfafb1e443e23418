package io.shelfcast.lake;

import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.target.Decision;
import java.util.Objects;

/** One row of the lake's decisions: a decision with the schema its features were made by. */
public final class ArchivedDecision {
  private final Decision decision;
  private final String featureSchema;

  /**
   * @param featureSchema hash of the schema; null exactly where the decision has no features
   */
  public ArchivedDecision(Decision decision, String featureSchema) {
    this.decision = Objects.requireNonNull(decision);
    this.featureSchema = featureSchema;
    if ((featureSchema == null) != (decision.features() == null)) {
      throw new IllegalArgumentException("features and their schema come together");
    }
  }

  /** A decision just made, by the schema of this version. */
  public static ArchivedDecision of(Decision decision) {
    return new ArchivedDecision(
        decision, decision.features() == null ? null : FeatureSchema.hash());
  }

  public Decision decision() {
    return decision;
  }

  /** Hash of the feature schema, or null without features. */
  public String featureSchema() {
    return featureSchema;
  }

  /** Its day in the lake: the business day that was open, in days since the epoch. */
  public int day() {
    return dayOf(decision);
  }

  /** A decision's day in the lake: the business day that was open, in days since the epoch. */
  public static int dayOf(Decision decision) {
    return decision.after().version().closedThroughDay() + 1;
  }
}
