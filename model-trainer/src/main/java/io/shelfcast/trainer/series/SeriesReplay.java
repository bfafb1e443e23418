package io.shelfcast.trainer.series;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.ArchivedEvent;

/**
 * Plays the arrivals of one series into the engine that the stream job runs, stopping where asked:
 * what stands then is what the job knew then.
 */
public final class SeriesReplay {
  private final Series series;
  private final StoreProduct product;
  private int next;

  public SeriesReplay(Series series) {
    this.series = series;
    this.product = StoreProduct.inMemory(series.key());
  }

  /** Takes in all that had arrived by an instant and closes the days that were over. */
  public void advanceTo(long asOf) {
    while (next < series.arrivals().size() && arrivedAt(next) <= asOf) {
      ArchivedEvent archived = series.arrivals().get(next++);
      product.apply(archived.event(), series.store().at(archived.arrivedAt()));
    }
    StoreFacts store = series.store().at(asOf);
    product.closeThrough(store.businessDay(asOf) - 1, store);
  }

  private long arrivedAt(int arrival) {
    return series.arrivals().get(arrival).arrivedAt();
  }

  /** Whether the product was known at the last stop and this was its open day. */
  public boolean isOpen(int day) {
    return !product.isNew() && product.openDay() == day;
  }

  /** As of the last stop. */
  public StoreProduct product() {
    return product;
  }
}
