package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.Stamp;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/** Where an entry stands in the {@link Journal}: the day first, so that old days lie together. */
public final class JournalKey {
  private static final long DAY_MILLIS = 86_400_000L;

  private final int day;
  private final long high;
  private final long low;

  private JournalKey(int day, long high, long low) {
    this.day = day;
    this.high = high;
    this.low = low;
  }

  /** The place of an event. */
  public static JournalKey of(Event event) {
    return of(Stamp.of(event));
  }

  /** The place of an event, by its UTC day, so that it does not move when a zone is corrected. */
  static JournalKey of(Stamp stamp) {
    return new JournalKey((int) Math.floorDiv(stamp.at(), DAY_MILLIS), stamp.high(), stamp.low());
  }

  /** The place of an event that occurred on a UTC day. */
  static JournalKey of(int utcDay, String eventId) {
    return of(Stamp.of(utcDay * DAY_MILLIS, eventId));
  }

  /** The place that says whether a sale of a business day is voided, known before the sale is. */
  static JournalKey ofVoided(Stamp sale, int businessDay) {
    return new JournalKey(businessDay, sale.high(), ~sale.low());
  }

  /** UTC day, in days since the epoch. */
  public int day() {
    return day;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof JournalKey)) {
      return false;
    }
    JournalKey o = (JournalKey) other;
    return day == o.day && high == o.high && low == o.low;
  }

  @Override
  public int hashCode() {
    return Objects.hash(day, high, low);
  }

  /** Writes 20 bytes that sort by day; {@link #read} is the inverse. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(day);
    out.writeLong(high);
    out.writeLong(low);
  }

  public static JournalKey read(DataInput in) throws IOException {
    return new JournalKey(in.readInt(), in.readLong(), in.readLong());
  }
}
