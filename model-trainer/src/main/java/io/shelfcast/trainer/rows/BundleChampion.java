package io.shelfcast.trainer.rows;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.feature.Features;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.Scorer;

/** A published bundle as champion; belongs to one thread, as its scorer does. */
public final class BundleChampion implements Champion {
  private final ModelBundle bundle;
  private final Scorer scorer;
  private final float[] predictions = new float[FeatureSchema.ROWS];

  public BundleChampion(ModelBundle bundle) {
    this.bundle = bundle;
    this.scorer = bundle.forest().scorer();
  }

  @Override
  public double[] forecast(StoreProduct product, long asOf, StoreFacts store) {
    Features features = Features.of(product, asOf, store, bundle.statistics());
    scorer.predict(features.rows(), 0, FeatureSchema.ROWS, predictions);
    return JudgedForecast.units(predictions, RowFinder.scale(features, product, store));
  }
}
