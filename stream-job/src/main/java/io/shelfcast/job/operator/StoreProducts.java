package io.shelfcast.job.operator;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.Announcement;
import io.shelfcast.job.Arrival;
import io.shelfcast.target.Decision;
import java.util.List;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;

/**
 * The operator around {@link ApplyEvent}. A function sees one key at a time; this lets it hold
 * several in memory and write them when a checkpoint is due.
 */
public final class StoreProducts
    extends CoBroadcastWithKeyedOperator<StoreProductKey, Arrival, Announcement, Decision> {
  private static final long serialVersionUID = 1;

  public StoreProducts(ApplyEvent events) {
    super(events, List.of(Announced.STORES, Announced.BUNDLES));
  }

  @Override
  public void open() throws Exception {
    ((ApplyEvent) userFunction).reachKeys(this::setCurrentKey);
    super.open();
  }
}
