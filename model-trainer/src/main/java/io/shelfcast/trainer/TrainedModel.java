package io.shelfcast.trainer;

import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.model.BundleManifest;
import io.shelfcast.model.GoldenRows;
import io.shelfcast.model.TrainingRecord;
import java.time.Instant;

/** A model refitted on everything, with all that its bundle needs but a number. */
public record TrainedModel(
    byte[] ubj,
    GoldenRows golden,
    TrainingRecord training,
    LeadTimeErrors errors,
    GroupStatistics statistics) {

  /** The bundle's manifest. */
  public BundleManifest manifest(long sequence, Instant createdAt) {
    return BundleManifest.of(sequence, createdAt, ubj, golden, training, errors, statistics);
  }
}
