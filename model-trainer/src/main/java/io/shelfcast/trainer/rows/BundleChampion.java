package io.shelfcast.trainer.rows;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.feature.Features;
import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.model.Forest;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.Scorer;

/** A published bundle as champion; belongs to one thread, as its scorer does. */
public final class BundleChampion implements Champion {
  private final GroupStatistics statistics;
  private final Scorer scorer;
  private final float[] predictions = new float[FeatureSchema.ROWS];

  public BundleChampion(ModelBundle bundle) {
    this(bundle.forest(), bundle.statistics());
  }

  /** What of a bundle a forecast is made of. */
  public BundleChampion(Forest forest, GroupStatistics statistics) {
    this.statistics = statistics;
    this.scorer = forest.scorer();
  }

  @Override
  public double[] forecast(StoreProduct product, long asOf, StoreFacts store) {
    Features features = Features.of(product, asOf, store, statistics);
    scorer.predict(features.rows(), 0, FeatureSchema.ROWS, predictions);
    return JudgedForecast.units(predictions, RowFinder.scale(features, product, store));
  }
}
