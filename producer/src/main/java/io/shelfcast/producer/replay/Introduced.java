package io.shelfcast.producer.replay;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.producer.series.Overview;
import io.shelfcast.producer.series.ReadAhead;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.Iterator;

/** A timeline in which each store-product is introduced just before its first event. */
final class Introduced extends ReadAhead<TimedEvent> {
  private final Iterator<TimedEvent> source;
  private final Overview overview;
  private final Introductions introductions;

  Introduced(Iterator<TimedEvent> source, Overview overview, PolicyTerms terms) {
    this.source = source;
    this.overview = overview;
    this.introductions = new Introductions(terms);
  }

  @Override
  protected boolean step() {
    if (!source.hasNext()) {
      return false;
    }
    TimedEvent event = source.next();
    if (!event.event().type().isStoreLevel()) {
      StoreProductKey key = StoreProductKey.of(event.event());
      introductions.tell(key, overview.category(key.productId()), event.at(), this::add);
    }
    add(event);
    return true;
  }
}
