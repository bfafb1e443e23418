package io.shelfcast.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;

/**
 * When an event occurred and which one it is: the one order in which "newest" is decided, whatever
 * order events arrive in.
 */
public final class Stamp implements Comparable<Stamp> {
  /** Before every event. */
  public static final Stamp NEVER = new Stamp(Long.MIN_VALUE, 0, 0);

  private final long at;
  private final long high;
  private final long low;

  /** A stamp of an id already hashed. */
  public Stamp(long at, long high, long low) {
    this.at = at;
    this.high = high;
    this.low = low;
  }

  /** The stamp of an event; its id is hashed to 122 bits. */
  public static Stamp of(Event event) {
    return of(event.occurredAt(), event.eventId());
  }

  /** The stamp of the event so named, had it occurred at the given instant. */
  public static Stamp of(long at, String eventId) {
    UUID hash = UUID.nameUUIDFromBytes(eventId.getBytes(StandardCharsets.UTF_8));
    return new Stamp(at, hash.getMostSignificantBits(), hash.getLeastSignificantBits());
  }

  /** Milliseconds since the epoch. */
  public long at() {
    return at;
  }

  /** First half of the id's hash. */
  public long high() {
    return high;
  }

  /** Second half of the id's hash. */
  public long low() {
    return low;
  }

  public boolean isAfter(Stamp other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Stamp o) {
    int c = Long.compare(at, o.at);
    c = c != 0 ? c : Long.compare(high, o.high);
    return c != 0 ? c : Long.compare(low, o.low);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stamp && compareTo((Stamp) other) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(at, high, low);
  }

  @Override
  public String toString() {
    return at + "/" + Long.toHexString(high);
  }

  /** Writes all of it; {@link #read} is its inverse. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(at);
    out.writeLong(high);
    out.writeLong(low);
  }

  public static Stamp read(DataInput in) throws IOException {
    return new Stamp(in.readLong(), in.readLong(), in.readLong());
  }
}
