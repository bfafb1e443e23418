package io.shelfcast.stock;

import io.shelfcast.event.Event;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import io.shelfcast.event.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Replenishment orders of one store-product that may still matter. The newest ORDER by (occurredAt,
 * eventId) says what was ordered, receipts add up, so that any order of arrival ends the same.
 */
public final class OpenOrders {
  /** At most this many orders are remembered; one more is refused. */
  public static final int LIMIT = 200;

  /** An order this many days past its day is taken for lost. */
  public static final int LOST_AFTER_DAYS = 90;

  private static final class Order {
    Stamp stamp = Stamp.NEVER;
    long ordered;
    boolean cancelled;
    int expectedDay;
    long received;
    int lastDay = Integer.MIN_VALUE;

    long open() {
      return cancelled ? 0 : Math.max(0, ordered - received);
    }
  }

  private final Map<String, Order> orders = new TreeMap<>();

  /** Whether an event with this order's id can be taken in. */
  public boolean hasRoomFor(String orderId) {
    return orders.size() < LIMIT || orders.containsKey(orderId);
  }

  /** Takes in an ORDER of the given business day. */
  public void order(Event event, Stamp stamp, int day) {
    Order order = touch(event, day);
    if (stamp.isAfter(order.stamp)) {
      order.stamp = stamp;
      order.ordered = event.quantity();
      order.cancelled = event.flag(Field.CANCELLED);
      order.expectedDay = (int) event.number(Field.EXPECTED_ON, day);
    }
  }

  /** Takes in a RECEIPT that names its order. */
  public void receive(Event event, int day) {
    touch(event, day).received += event.quantity();
  }

  private Order touch(Event event, int day) {
    Order order = orders.computeIfAbsent(event.text(Field.ORDER_ID), id -> new Order());
    order.lastDay = Math.max(order.lastDay, day);
    return order;
  }

  /** Forgets orders that nothing inside the repair window can change any more. */
  public void forget(int windowStart) {
    for (Iterator<Order> i = orders.values().iterator(); i.hasNext(); ) {
      Order order = i.next();
      int due = Math.max(order.lastDay, order.expectedDay);
      boolean done = order.open() == 0 && order.lastDay < windowStart;
      if (done || due + LOST_AFTER_DAYS < windowStart) {
        i.remove();
      }
    }
  }

  public boolean isEmpty() {
    return orders.isEmpty();
  }

  /** Ordered and not received, expected by the end of the given day, in 1/10,000 units. */
  public long openThrough(int day) {
    long sum = 0;
    for (Order order : orders.values()) {
      sum += order.expectedDay <= day ? order.open() : 0;
    }
    return sum;
  }

  /** The day the next open order is expected, or {@code Integer.MAX_VALUE}. */
  public int nextExpectedDay() {
    int next = Integer.MAX_VALUE;
    for (Order order : orders.values()) {
      next = order.open() > 0 ? Math.min(next, order.expectedDay) : next;
    }
    return next;
  }

  public void write(DataOutput out) throws IOException {
    Varint.write(out, orders.size());
    for (Map.Entry<String, Order> e : orders.entrySet()) {
      Order o = e.getValue();
      out.writeUTF(e.getKey());
      o.stamp.write(out);
      Varint.write(out, o.ordered);
      out.writeBoolean(o.cancelled);
      Varint.write(out, o.expectedDay);
      Varint.write(out, o.received);
      Varint.write(out, o.lastDay);
    }
  }

  public static OpenOrders read(DataInput in) throws IOException {
    OpenOrders all = new OpenOrders();
    for (int n = Varint.readInt(in); n > 0; n--) {
      Order o = new Order();
      all.orders.put(in.readUTF(), o);
      o.stamp = Stamp.read(in);
      o.ordered = Varint.read(in);
      o.cancelled = in.readBoolean();
      o.expectedDay = Varint.readInt(in);
      o.received = Varint.read(in);
      o.lastDay = Varint.readInt(in);
    }
    return all;
  }
}
