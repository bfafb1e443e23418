package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import io.shelfcast.event.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What must be remembered of one applied event while its day can still be repaired: enough to undo
 * it and to fold the window anew. Immutable.
 */
public final class JournalEntry {
  private static final EventType[] TYPES = EventType.values();
  private static final long PROMOTION = 1;
  private static final long VOIDED = 2;

  private final EventType type;
  private final Stamp stamp;
  private final long a;
  private final long b;
  private final long c;

  private JournalEntry(EventType type, Stamp stamp, long a, long b, long c) {
    this.type = type;
    this.stamp = stamp;
    this.a = a;
    this.b = b;
    this.c = c;
  }

  static JournalEntry of(Event event, Stamp stamp) {
    switch (event.type()) {
      case SALE:
        long price = event.number(Field.UNIT_PRICE, -1);
        long flags = event.flag(Field.PROMOTION) ? PROMOTION : 0;
        return new JournalEntry(event.type(), stamp, event.quantity(), price, flags);
      case AVAILABILITY:
        return new JournalEntry(
            event.type(),
            stamp,
            event.number(Field.FROM),
            event.number(Field.TO),
            event.number(Field.STOCKOUT_SHARE));
      case VOID:
        return ofVoid(stamp, 0);
      default:
        return new JournalEntry(event.type(), stamp, event.quantity(), 0, 0);
    }
  }

  /** A void that gives back the given quantity; none while its sale is unknown. */
  static JournalEntry ofVoid(Stamp stamp, long quantity) {
    return new JournalEntry(EventType.VOID, stamp, quantity, 0, 0);
  }

  /** The mark that a sale is voided, and by which void. */
  static JournalEntry markOf(Stamp by) {
    return new JournalEntry(EventType.TICK, by, 0, 0, 0);
  }

  JournalEntry voided() {
    return new JournalEntry(type, stamp, a, b, c | VOIDED);
  }

  EventType type() {
    return type;
  }

  Stamp stamp() {
    return stamp;
  }

  boolean isMark() {
    return type == EventType.TICK;
  }

  boolean isVoided() {
    return (c & VOIDED) != 0;
  }

  long quantity() {
    return a;
  }

  long unitPrice() {
    return b;
  }

  boolean isPromotion() {
    return (c & PROMOTION) != 0;
  }

  long from() {
    return a;
  }

  long to() {
    return b;
  }

  long stockoutShare() {
    return c;
  }

  /** Change of the stock on hand. */
  long movement() {
    switch (type) {
      case SALE:
        return -a;
      case VOID:
      case RETURN:
      case RECEIPT:
      case ADJUST:
        return a;
      default:
        return 0;
    }
  }

  /** Whether the stock ledger has to know it. */
  boolean touchesStock() {
    return movement() != 0 || type == EventType.COUNT;
  }

  /** Writes all of it; {@link #read} is its inverse. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(type.ordinal());
    stamp.write(out);
    Varint.write(out, a);
    Varint.write(out, b);
    Varint.write(out, c);
  }

  public static JournalEntry read(DataInput in) throws IOException {
    EventType type = TYPES[in.readByte()];
    Stamp stamp = Stamp.read(in);
    return new JournalEntry(type, stamp, Varint.read(in), Varint.read(in), Varint.read(in));
  }
}
