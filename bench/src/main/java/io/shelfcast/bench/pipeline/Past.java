package io.shelfcast.bench.pipeline;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.stock.Policy;
import io.shelfcast.target.TargetKeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;

/**
 * Brings store-products into the state in which last night's close left them: their past, a
 * forecast, a published target.
 */
public final class Past {
  /** Where all of them stand. */
  public static final StoreFacts STORE = StoreFacts.unknown(ZoneOffset.UTC);

  private final Shop shop;
  private final TargetKeeper keeper = new TargetKeeper(1, Policy.assumed(7, 1, 0.95), 0);

  /**
   * @param bundle folder of the model
   */
  public Past(Shop shop, Path bundle) throws IOException, RefusedBundle {
    this.shop = shop;
    keeper.use(ModelBundle.read(bundle));
  }

  /** Lets a new store-product live through its past. */
  public void live(int number, StoreProduct product) {
    pass(number, product);
    publish(product);
  }

  /** The same, but nothing is published yet. */
  void pass(int number, StoreProduct product) {
    for (int day = shop.firstDay(); day < Shop.OPEN_DAY; day++) {
      product.apply(shop.day(number, day), STORE);
    }
    product.apply(shop.count(number), STORE);
  }

  void publish(StoreProduct product) {
    keeper.update(product, STORE, TargetKeeper.Moment.CLOSE);
  }

  /** Who set their targets. */
  public TargetKeeper keeper() {
    return keeper;
  }
}
