package io.shelfcast.lake;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;

/** Collects the columns of one archived event. */
final class EventRowBuilder implements RowBuilder<ArchivedEvent> {
  private static final Field[] FIELDS = Field.values();

  private final int businessDay;
  private final long[] numbers = new long[FIELDS.length];
  private final String[] texts = new String[FIELDS.length];
  private long present;
  private EventType type;
  private Fate fate;
  private ArchivedEvent.Origin origin;
  private long arrivedAt;
  private long ordinal;
  private long generation;

  EventRowBuilder(int businessDay) {
    this.businessDay = businessDay;
  }

  void type(String name) {
    type = EventType.valueOf(name);
  }

  void number(Field field, long value) {
    numbers[field.ordinal()] = value;
    present |= 1L << field.ordinal();
  }

  void text(Field field, String value) {
    texts[field.ordinal()] = value;
    present |= 1L << field.ordinal();
  }

  void fate(String name) {
    fate = Fate.valueOf(name);
  }

  void origin(String name) {
    origin = ArchivedEvent.Origin.valueOf(name);
  }

  void arrivedAt(long millis) {
    arrivedAt = millis;
  }

  void ordinal(long value) {
    ordinal = value;
  }

  void generation(long value) {
    generation = value;
  }

  @Override
  public void begin() {
    present = 0;
  }

  @Override
  public String storeId() {
    return texts[Field.STORE_ID.ordinal()];
  }

  @Override
  public String productId() {
    boolean has = (present >>> Field.PRODUCT_ID.ordinal() & 1) != 0;
    return has ? texts[Field.PRODUCT_ID.ordinal()] : null;
  }

  @Override
  public ArchivedEvent end() {
    Event.Builder event = Event.of(type);
    for (long left = present; left != 0; left &= left - 1) {
      Field field = FIELDS[Long.numberOfTrailingZeros(left)];
      if (field.kind().isText()) {
        event.with(field, texts[field.ordinal()]);
      } else {
        event.with(field, numbers[field.ordinal()]);
      }
    }
    return new ArchivedEvent(
        event.build(), fate, origin, arrivedAt, businessDay, ordinal, generation);
  }
}
