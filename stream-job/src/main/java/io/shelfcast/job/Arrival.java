package io.shelfcast.job;

import io.shelfcast.event.Event;
import io.shelfcast.event.RefusedRecord;
import java.util.Objects;

/**
 * One record as it came: the event read from it, or why it is none.
 *
 * @see ArrivalReader where it is made
 * @see io.shelfcast.job.operator.Decode where it goes next
 */
public final class Arrival {
  private final Event event;
  private final RefusedRecord refused;
  private final long arrivedAt;
  private final long readableAt;
  private final boolean rebuilt;
  private final boolean late;

  private Arrival(
      Event event,
      RefusedRecord refused,
      long arrivedAt,
      long readableAt,
      boolean rebuilt,
      boolean late) {
    this.event = event;
    this.refused = refused;
    this.arrivedAt = arrivedAt;
    this.readableAt = readableAt;
    this.rebuilt = rebuilt;
    this.late = late;
  }

  /**
   * An event from the stream.
   *
   * @param arrivedAt by the clock that {@link Setting#CLOCK} names, in milliseconds
   * @param readableAt when the stream had it, by the wall clock, in milliseconds
   */
  public static Arrival live(Event event, long arrivedAt, long readableAt) {
    return new Arrival(Objects.requireNonNull(event), null, arrivedAt, readableAt, false, false);
  }

  /**
   * An event read back from the lake: neither counted as read nor archived again.
   *
   * @param late whether the stream may bring it again when its day is out of the repair window
   */
  public static Arrival rebuilt(Event event, long arrivedAt, boolean late) {
    return new Arrival(Objects.requireNonNull(event), null, arrivedAt, 0, true, late);
  }

  /** A record that is no event. */
  public static Arrival refused(RefusedRecord refused) {
    return new Arrival(
        null,
        Objects.requireNonNull(refused),
        refused.arrivedAt(),
        refused.arrivedAt(),
        false,
        false);
  }

  public boolean isRefused() {
    return refused != null;
  }

  /** The event; null if refused. */
  public Event event() {
    return event;
  }

  /** The record that is no event; null if it is one. */
  public RefusedRecord refusal() {
    return refused;
  }

  /** Milliseconds since the epoch, by the replay's clock in a replay. */
  public long arrivedAt() {
    return arrivedAt;
  }

  /** Milliseconds since the epoch, by the wall clock; 0 where rebuilt. */
  public long readableAt() {
    return readableAt;
  }

  /** Whether it came from the lake rather than from the stream. */
  public boolean isRebuilt() {
    return rebuilt;
  }

  /** Whether the stream may bring it again when its day is out of the repair window. */
  public boolean isLate() {
    return late;
  }

  /**
   * How far stream time has come by this event: no event moves it beyond its own arrival, so that a
   * till with a wrong clock cannot close days for everyone.
   */
  public long streamTime() {
    return event == null ? Long.MIN_VALUE : Math.min(event.occurredAt(), arrivedAt);
  }

  @Override
  public String toString() {
    return (rebuilt ? "rebuilt " : "") + (isRefused() ? refused.reason() : event.toString());
  }
}
