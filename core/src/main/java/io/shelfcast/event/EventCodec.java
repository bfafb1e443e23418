package io.shelfcast.event;

/**
 * The JSON form of events, strict in both directions: what it writes it reads, and what it reads is
 * within {@link EventLimits}. Thread-safe.
 *
 * @see Field the fields and their kinds
 * @see EventType which type carries which
 * @see EventBinary the compact form for state
 */
public final class EventCodec {
  private static final long MOST_AHEAD_MILLIS = EventLimits.MAX_DAYS_AHEAD * EventLimits.DAY_MILLIS;

  private EventCodec() {}

  /**
   * Reads one record: one JSON object in UTF-8 and nothing after it.
   *
   * @throws RefusedEvent naming the field and the reason
   */
  public static Event decode(byte[] json) throws RefusedEvent {
    return EventReader.read(json);
  }

  /**
   * Writes one event as a single JSON object: instants in UTC, numbers as plain decimals, fields in
   * the order of {@link Field}. {@code decode(encode(e))} equals {@code e}.
   *
   * @throws IllegalArgumentException if {@link #decode} would refuse the event
   */
  public static byte[] encode(Event event) {
    if (!event.type().isOnWire()) {
      throw new IllegalArgumentException(event.type() + " is not written to the stream");
    }
    try {
      EventRules.check(event);
    } catch (RefusedEvent e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    return EventWriter.write(event);
  }

  /**
   * Refuses an event that claims to have happened more than a day after it arrived; it would drag
   * the stream's time along.
   *
   * @param arrivedAt milliseconds since the epoch, by the replay's clock in a replay
   * @throws RefusedEvent naming the field
   */
  public static void checkArrival(Event event, long arrivedAt) throws RefusedEvent {
    requireNotAhead(event, Field.OCCURRED_AT, arrivedAt);
    requireNotAhead(event, Field.TO, arrivedAt);
  }

  private static void requireNotAhead(Event event, Field field, long arrivedAt)
      throws RefusedEvent {
    if (event.has(field) && event.number(field) - MOST_AHEAD_MILLIS > arrivedAt) {
      throw new RefusedEvent(field, "is more than a day after the event arrived");
    }
  }
}
