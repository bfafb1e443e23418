package io.shelfcast.event;

import java.util.Objects;

/** One row of the lake's events: an event with its fate and how it came. */
public final class ArchivedEvent {
  /** How an event came into the lake. */
  public enum Origin {
    LIVE,
    BACKFILL
  }

  private final Event event;
  private final Fate fate;
  private final Origin origin;
  private final long arrivedAt;
  private final int businessDay;
  private final long ordinal;
  private final long generation;

  /**
   * @param arrivedAt milliseconds since the epoch, by the replay's clock in a replay
   * @param businessDay days since the epoch, in the store's zone
   * @param ordinal n for the n-th event applied to its key in this generation; 0 if not applied
   * @param generation of the job that applied it; 0 for back-fill
   */
  public ArchivedEvent(
      Event event,
      Fate fate,
      Origin origin,
      long arrivedAt,
      int businessDay,
      long ordinal,
      long generation) {
    this.event = Objects.requireNonNull(event);
    this.fate = Objects.requireNonNull(fate);
    this.origin = Objects.requireNonNull(origin);
    this.arrivedAt = arrivedAt;
    this.businessDay = businessDay;
    this.ordinal = ordinal;
    this.generation = generation;
  }

  public Event event() {
    return event;
  }

  public Fate fate() {
    return fate;
  }

  public Origin origin() {
    return origin;
  }

  public long arrivedAt() {
    return arrivedAt;
  }

  public int businessDay() {
    return businessDay;
  }

  public long ordinal() {
    return ordinal;
  }

  public long generation() {
    return generation;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ArchivedEvent)) {
      return false;
    }
    ArchivedEvent o = (ArchivedEvent) other;
    return event.equals(o.event)
        && fate == o.fate
        && origin == o.origin
        && arrivedAt == o.arrivedAt
        && businessDay == o.businessDay
        && ordinal == o.ordinal
        && generation == o.generation;
  }

  @Override
  public int hashCode() {
    return event.hashCode();
  }

  @Override
  public String toString() {
    return fate + " " + origin + " day " + businessDay + " #" + ordinal + " " + event;
  }
}
