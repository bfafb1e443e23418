package io.shelfcast.producer.simulate;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.producer.replay.Facts;
import io.shelfcast.producer.simulate.Campaigns.Campaign;
import io.shelfcast.producer.timeline.TimedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the tills of a simulated world tell beside what happens: stores, products, terms, plans. */
final class WorldFacts {
  private static final long UNIT = 10_000;
  private static final int LAUNCH_KNOWN_AHEAD_DAYS = 14;
  private static final int CLOSED_DAYS_BEHIND = 60;
  private static final int CLOSED_DAYS_AHEAD = 400;
  private static final int STORE_EVERY_DAYS = 180;
  private static final long PLANS_AT = Duration.ofHours(4).toMillis();

  private final World world;

  /** The day on which everything known is told at once. */
  private final int startDay;

  WorldFacts(World world, int startDay) {
    this.world = world;
    this.startDay = startDay;
  }

  /**
   * What a store tells on a day: its zone and planned closed days, at the start and half-yearly.
   */
  List<TimedEvent> ofStore(Branch branch, int day) {
    if ((day - startDay) % STORE_EVERY_DAYS != 0) {
      return List.of();
    }
    List<Integer> closed =
        IntStream.rangeClosed(day - CLOSED_DAYS_BEHIND, day + CLOSED_DAYS_AHEAD)
            .filter(planned -> !Appetite.isOpen(planned))
            .boxed()
            .toList();
    long at = branch.clock().startOf(day);
    String zone = branch.clock().zone().getId();
    return List.of(TimedEvent.of(Facts.store(branch.id(), zone, "", closed, at), at));
  }

  /** What is told about a shelf on a day, before anything happens on it, in order of time. */
  List<TimedEvent> ofShelf(Shelf shelf, int day) {
    Product product = shelf.product();
    List<TimedEvent> events = new ArrayList<>();
    long start = shelf.branch().clock().startOf(day);
    int introducedOn = introducedOn(product);
    if (day == introducedOn) {
      events.add(product(shelf, start));
      events.add(policy(shelf, start));
    }
    if (day < introducedOn) {
      return events;
    }
    if (day == Math.max(startDay, product.launchDay())) {
      events.addAll(stock(shelf, day, start));
    }
    for (Campaign campaign : world.campaigns().knownOn(product, day)) {
      if (day == Math.max(introducedOn, campaign.announcedOn())) {
        long at = day == startDay ? start : start + PLANS_AT;
        events.add(
            TimedEvent.of(
                Facts.promotion(
                    key(shelf), campaign.firstDay(), campaign.lastDay(), campaign.discount(), at),
                at));
      }
    }
    return events;
  }

  private int introducedOn(Product product) {
    return product.launchDay() == Product.ALWAYS
        ? startDay
        : Math.max(startDay, product.launchDay() - LAUNCH_KNOWN_AHEAD_DAYS);
  }

  private static TimedEvent product(Shelf shelf, long at) {
    Product product = shelf.product();
    Event.Builder event = Facts.product(key(shelf), product.category(), at);
    if (product.launchDay() != Product.ALWAYS) {
      event.with(Field.LAUNCH_DAY, product.launchDay());
    }
    return TimedEvent.of(event, at);
  }

  private static TimedEvent policy(Shelf shelf, long at) {
    Product product = shelf.product();
    return TimedEvent.of(
        Facts.about(Event.of(EventType.POLICY), "policy", key(shelf), at)
            .with(Field.LEAD_TIME_DAYS, product.leadTimeDays() * UNIT)
            .with(Field.LEAD_TIME_SD_DAYS, UNIT / 2)
            .with(Field.REVIEW_PERIOD_DAYS, UNIT)
            .with(Field.SERVICE_LEVEL, 9_500)
            .with(Field.PACK_SIZE, product.packSize() * UNIT),
        at);
  }

  /** The stock as it stands, and what is under way. */
  private static List<TimedEvent> stock(Shelf shelf, int day, long at) {
    List<TimedEvent> events = new ArrayList<>();
    events.add(
        TimedEvent.of(
            Facts.about(Event.of(EventType.COUNT), "stocktaking", key(shelf), at)
                .with(Field.QUANTITY, shelf.onHand() * UNIT),
            at));
    for (Backroom.OpenOrder order : shelf.openOrders()) {
      events.add(
          TimedEvent.of(
              Facts.about(
                      Event.of(EventType.ORDER), "open-order-" + order.orderDay(), key(shelf), at)
                  .with(Field.ORDER_ID, orderId(order.orderDay()))
                  .with(Field.QUANTITY, order.units() * UNIT)
                  .with(Field.EXPECTED_ON, Math.max(day, order.expectedOn())),
              at));
    }
    return events;
  }

  static String orderId(int orderDay) {
    return "order-" + orderDay;
  }

  static StoreProductKey key(Shelf shelf) {
    return new StoreProductKey(shelf.branch().id(), shelf.product().id());
  }
}
