package io.shelfcast.producer.replay;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.producer.timeline.EventIds;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/** Events that tell what is so rather than what happened; each named by what it tells and when. */
public final class Facts {
  private Facts() {}

  /**
   * A store's zone, country and planned closed days.
   *
   * @param country ISO 3166 code, or empty
   * @param closedDays days since the epoch, ascending
   */
  public static Event.Builder store(
      String storeId, String zone, String country, Collection<Integer> closedDays, long at) {
    Event.Builder event =
        Event.of(EventType.STORE)
            .with(Field.EVENT_ID, EventIds.of("store", storeId, String.valueOf(at)))
            .with(Field.STORE_ID, storeId)
            .with(Field.OCCURRED_AT, at)
            .with(Field.ZONE, zone);
    if (!country.isEmpty()) {
      event.with(Field.COUNTRY, country);
    }
    if (!closedDays.isEmpty()) {
      event.with(
          Field.CLOSED_DAYS,
          closedDays.stream()
              .map(day -> LocalDate.ofEpochDay(day).toString())
              .collect(Collectors.joining(",")));
    }
    return event;
  }

  /** A product's category. */
  public static Event.Builder product(StoreProductKey key, String category, long at) {
    return about(Event.of(EventType.PRODUCT), "product", key, at).with(Field.CATEGORY, category);
  }

  /** The terms of a store-product. */
  public static Event.Builder policy(StoreProductKey key, PolicyTerms terms, long at) {
    return about(terms.event(), "policy", key, at);
  }

  /**
   * A planned promotion.
   *
   * @param fromDay days since the epoch
   * @param toDay inclusive
   * @param discount in 1/10,000
   */
  public static Event.Builder promotion(
      StoreProductKey key, int fromDay, int toDay, int discount, long at) {
    return about(Event.of(EventType.PROMOTION), "promotion/" + fromDay, key, at)
        .with(Field.FROM_DAY, fromDay)
        .with(Field.TO_DAY, toDay)
        .with(Field.DISCOUNT, discount);
  }

  /** An event of any type about a store-product, named by a word and its instant. */
  public static Event.Builder about(
      Event.Builder event, String word, StoreProductKey key, long at) {
    return event
        .with(Field.EVENT_ID, EventIds.of(word, key.partitionKey(), String.valueOf(at)))
        .with(Field.STORE_ID, key.storeId())
        .with(Field.PRODUCT_ID, key.productId())
        .with(Field.OCCURRED_AT, at);
  }
}
