package io.shelfcast.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The compact form of events for checkpoints and shuffles. An event is the version, its type's
 * ordinal, one bit for each field present, and the values in the order of the fields: all numbers
 * as {@link Varint}, texts in modified UTF-8.
 *
 * <p>The ordinals of {@link EventType}, {@link Field}, {@link Fate} and {@link
 * ArchivedEvent.Origin} are part of the form: new ones go to the end, or the version rises.
 */
public final class EventBinary {
  /** The first byte of each event. */
  public static final int VERSION = 1;

  private static final EventType[] TYPES = EventType.values();
  private static final Field[] FIELDS = Field.values();
  private static final Fate[] FATES = Fate.values();
  private static final ArchivedEvent.Origin[] ORIGINS = ArchivedEvent.Origin.values();

  private EventBinary() {}

  public static void write(Event event, DataOutput out) throws IOException {
    out.writeByte(VERSION);
    out.writeByte(event.type().ordinal());
    long present = event.present();
    Varint.write(out, present);
    for (long left = present; left != 0; left &= left - 1) {
      Field field = FIELDS[Long.numberOfTrailingZeros(left)];
      if (field.kind().isText()) {
        out.writeUTF(event.text(field));
      } else {
        Varint.write(out, event.number(field));
      }
    }
  }

  /**
   * @throws IOException if the bytes end early, or are of another version or no event
   */
  public static Event read(DataInput in) throws IOException {
    requireVersion(in);
    Event.Builder event = Event.of(constant(TYPES, in));
    for (long left = Varint.read(in); left != 0; left &= left - 1) {
      int ordinal = Long.numberOfTrailingZeros(left);
      if (ordinal >= FIELDS.length) {
        throw new IOException("No event field has number " + ordinal + ".");
      }
      Field field = FIELDS[ordinal];
      if (field.kind().isText()) {
        event.with(field, in.readUTF());
      } else {
        event.with(field, Varint.read(in));
      }
    }
    try {
      return event.build();
    } catch (IllegalArgumentException e) {
      throw new IOException("The bytes are no event: " + e.getMessage() + ".", e);
    }
  }

  public static void write(ArchivedEvent archived, DataOutput out) throws IOException {
    write(archived.event(), out);
    out.writeByte(archived.fate().ordinal());
    out.writeByte(archived.origin().ordinal());
    Varint.write(out, archived.arrivedAt());
    Varint.write(out, archived.businessDay());
    Varint.write(out, archived.ordinal());
    Varint.write(out, archived.generation());
  }

  /**
   * @throws IOException if the bytes end early, or are of another version or no event
   */
  public static ArchivedEvent readArchived(DataInput in) throws IOException {
    return new ArchivedEvent(
        read(in),
        constant(FATES, in),
        constant(ORIGINS, in),
        Varint.read(in),
        (int) Varint.read(in),
        Varint.read(in),
        Varint.read(in));
  }

  /** Carries no version: a key's bytes are its identity in state and must never change. */
  public static void write(StoreProductKey key, DataOutput out) throws IOException {
    out.writeUTF(key.storeId());
    out.writeUTF(key.productId());
  }

  public static StoreProductKey readKey(DataInput in) throws IOException {
    return new StoreProductKey(in.readUTF(), in.readUTF());
  }

  private static void requireVersion(DataInput in) throws IOException {
    int version = in.readUnsignedByte();
    if (version != VERSION) {
      throw new IOException(
          "An event of form " + version + " cannot be read, only " + VERSION + ".");
    }
  }

  private static <T> T constant(T[] constants, DataInput in) throws IOException {
    int ordinal = in.readUnsignedByte();
    if (ordinal >= constants.length) {
      throw new IOException(
          "No " + constants[0].getClass().getSimpleName() + " has number " + ordinal + ".");
    }
    return constants[ordinal];
  }
}
