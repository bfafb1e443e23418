package io.shelfcast.bench.freshness;

import io.shelfcast.bench.pipeline.Past;
import io.shelfcast.bench.pipeline.Shop;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.Event;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.aws.TargetTable;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.target.Decision;
import io.shelfcast.target.TargetKeeper.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What others would do: the target is computed with each event, and written with each event. */
final class EachEvent {
  /** Puts under way; no two of one store-product, so that none is refused. */
  private static final int AT_ONCE = 16;

  private final Past past;
  private final TargetTable table;
  private final Map<StoreProductKey, StoreProduct> products = new HashMap<>();

  /**
   * @param bundle folder of the model
   */
  EachEvent(Trial trial, Path bundle, TargetTable table) throws IOException, RefusedBundle {
    this.past = new Past(trial.shop(), bundle);
    this.table = table;
    Shop shop = trial.shop();
    for (int number = 0; number < trial.weights().length; number++) {
      StoreProduct product = StoreProduct.inMemory(shop.key(number));
      past.live(number, product);
      products.put(product.key(), product);
    }
  }

  /**
   * Write units for each event.
   *
   * @param most events that are looked at
   */
  double unitsAnEvent(Iterator<TimedEvent> traffic, int most) {
    Map<StoreProductKey, CompletableFuture<TargetTable.PutOutcome>> underWay = new HashMap<>();
    double units = 0;
    int events = 0;
    while (traffic.hasNext() && events < most) {
      TableWrite write = TableWrite.of(decide(traffic.next().event()));
      StoreProductKey key = write.target().key();
      if (underWay.size() == AT_ONCE || underWay.containsKey(key)) {
        units += settle(underWay);
      }
      underWay.put(key, table.put(write));
      events++;
    }
    return (units + settle(underWay)) / events;
  }

  private Decision decide(Event event) {
    StoreProduct product = products.get(StoreProductKey.of(event));
    product.apply(event, Past.STORE);
    return past.keeper().update(product, Past.STORE, Moment.DRAIN).decision();
  }

  private static double settle(
      Map<StoreProductKey, CompletableFuture<TargetTable.PutOutcome>> underWay) {
    List<CompletableFuture<TargetTable.PutOutcome>> all = new ArrayList<>(underWay.values());
    underWay.clear();
    return all.stream().mapToDouble(put -> put.join().writeUnits()).sum();
  }
}
