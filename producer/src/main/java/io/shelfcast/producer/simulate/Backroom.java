package io.shelfcast.producer.simulate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.SplittableRandom;

/**
 * Orders and deliveries of one shelf: each evening an order where stock and what is under way have
 * fallen to the order point, on a trailing mean that knows nothing of promotions. Some deliveries
 * come late, so stock does run out.
 */
final class Backroom {
  private static final long RECEIPT_AT = Duration.ofMinutes(5 * 60 + 30).toMillis();
  private static final long ORDER_AT = Duration.ofMinutes(22 * 60 + 30).toMillis();
  private static final double A_DAY_LATE = 0.1;
  private static final double THREE_DAYS_LATE = 0.05;
  private static final double MEMORY_DAYS = 21;

  /** Goods under way. */
  record OpenOrder(int orderDay, int units, int expectedOn, int arrivesOn) {}

  private final Product product;
  private final Deque<OpenOrder> orders = new ArrayDeque<>();
  private double meanDaily;

  Backroom(Product product, double meanDaily) {
    this.product = product;
    this.meanDaily = meanDaily;
  }

  /** What the shelf holds when the product starts. */
  int firstFill() {
    return packs(orderUpTo());
  }

  Iterable<OpenOrder> openOrders() {
    return orders;
  }

  /** Takes in what arrives by a day and gives the number of units. */
  int receive(int day, long start, ShelfListener listener) {
    int units = 0;
    for (Iterator<OpenOrder> open = orders.iterator(); open.hasNext(); ) {
      OpenOrder order = open.next();
      if (order.arrivesOn() <= day) {
        open.remove();
        units += order.units();
        listener.received(start + RECEIPT_AT, order.orderDay(), order.units());
      }
    }
    return units;
  }

  /** Ends a day on which so much was sold. */
  void review(
      int day, long start, int sold, int onHand, SplittableRandom random, ShelfListener listener) {
    meanDaily += (sold - meanDaily) / MEMORY_DAYS;
    double slow = random.nextDouble();
    int position = onHand + orders.stream().mapToInt(OpenOrder::units).sum();
    if (position > orderPoint()) {
      return;
    }
    int units = packs(orderUpTo() - position);
    int expected = day + product.leadTimeDays();
    int delay = slow < A_DAY_LATE ? 1 : slow < A_DAY_LATE + THREE_DAYS_LATE ? 3 : 0;
    orders.add(new OpenOrder(day, units, expected, expected + delay));
    listener.ordered(start + ORDER_AT, day, units, expected);
  }

  private double orderPoint() {
    double ahead = meanDaily * (product.leadTimeDays() + 1);
    return ahead + 1.5 * Math.sqrt(ahead);
  }

  private double orderUpTo() {
    return orderPoint() + Math.max(1, 4 * meanDaily);
  }

  private int packs(double units) {
    int pack = product.packSize();
    return pack * (int) Math.max(1, Math.ceil(units / pack));
  }
}
