package io.shelfcast.producer.replay;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.producer.series.Overview;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A timeline in which each store-product is introduced just before its first event: PRODUCT where
 * its category is known, and POLICY. Memory grows with the number of store-products.
 */
final class Introduced implements Iterator<TimedEvent> {
  private final Iterator<TimedEvent> source;
  private final Overview overview;
  private final PolicyTerms terms;
  private final Set<StoreProductKey> known = new HashSet<>();
  private final Deque<TimedEvent> ready = new ArrayDeque<>();

  Introduced(Iterator<TimedEvent> source, Overview overview, PolicyTerms terms) {
    this.source = source;
    this.overview = overview;
    this.terms = terms;
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || source.hasNext();
  }

  @Override
  public TimedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (ready.isEmpty()) {
      TimedEvent event = source.next();
      if (!event.event().type().isStoreLevel()) {
        introduce(StoreProductKey.of(event.event()), event.at());
      }
      ready.add(event);
    }
    return ready.remove();
  }

  private void introduce(StoreProductKey key, long at) {
    if (!known.add(key)) {
      return;
    }
    String category = overview.category(key.productId());
    if (category != null) {
      ready.add(TimedEvent.of(Facts.product(key, category, at), at));
    }
    ready.add(TimedEvent.of(Facts.policy(key, terms, at), at));
  }
}
