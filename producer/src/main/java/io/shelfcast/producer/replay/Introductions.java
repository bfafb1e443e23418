package io.shelfcast.producer.replay;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is told of each store-product once, before its first event: PRODUCT where its category is
 * known, and POLICY. Memory grows with the number of store-products.
 */
public final class Introductions {
  private final PolicyTerms terms;
  private final Set<StoreProductKey> known = new HashSet<>();

  public Introductions(PolicyTerms terms) {
    this.terms = terms;
  }

  /**
   * Introduces a store-product, unless that is done.
   *
   * @param category of the product, or null
   * @param at milliseconds since the epoch
   */
  public void tell(StoreProductKey key, String category, long at, Consumer<TimedEvent> into) {
    if (!known.add(key)) {
      return;
    }
    if (category != null) {
      into.accept(TimedEvent.of(Facts.product(key, category, at), at));
    }
    into.accept(TimedEvent.of(Facts.policy(key, terms, at), at));
  }
}
