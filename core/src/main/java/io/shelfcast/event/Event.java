package io.shelfcast.event;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/**
 * One thing that happened at a store. Immutable; which fields are present follows {@link EventType}
 * and is checked when built.
 *
 * @see EventCodec the JSON form
 * @see ArchivedEvent the form in the lake
 */
public final class Event {
  private static final Field[] FIELDS = Field.values();

  private final EventType type;
  private final long present;
  private final long[] numbers;
  private final String[] texts;

  private Event(Builder b) {
    type = b.type;
    present = b.present;
    numbers = b.numbers;
    texts = b.texts;
  }

  /** Starts an event of the given type. */
  public static Builder of(EventType type) {
    return new Builder(type);
  }

  public EventType type() {
    return type;
  }

  public boolean has(Field field) {
    return (present >>> field.ordinal() & 1) != 0;
  }

  /**
   * The value of a field that is not text, in the unit of its {@link Field.Kind}.
   *
   * @throws IllegalStateException if the field is absent
   */
  public long number(Field field) {
    requirePresent(field);
    return numbers[field.ordinal()];
  }

  /** The value, or {@code otherwise} where the field is absent. */
  public long number(Field field, long otherwise) {
    return has(field) ? numbers[field.ordinal()] : otherwise;
  }

  /**
   * The value of a text field.
   *
   * @throws IllegalStateException if the field is absent
   */
  public String text(Field field) {
    requirePresent(field);
    return texts[field.ordinal()];
  }

  /** The value, or {@code otherwise} where the field is absent. */
  public String text(Field field, String otherwise) {
    return has(field) ? texts[field.ordinal()] : otherwise;
  }

  public boolean flag(Field field) {
    return number(field, 0) != 0;
  }

  public String eventId() {
    return texts[Field.EVENT_ID.ordinal()];
  }

  public String storeId() {
    return texts[Field.STORE_ID.ordinal()];
  }

  /** The product, or null on an event about the store as a whole. */
  public String productId() {
    return texts[Field.PRODUCT_ID.ordinal()];
  }

  /** Milliseconds since the epoch. */
  public long occurredAt() {
    return numbers[Field.OCCURRED_AT.ordinal()];
  }

  /** In 1/10,000 units; 0 where absent. */
  public long quantity() {
    return number(Field.QUANTITY, 0);
  }

  private void requirePresent(Field field) {
    if (!has(field)) {
      throw new IllegalStateException(type + " without " + field.json());
    }
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Event)) {
      return false;
    }
    Event o = (Event) other;
    return type == o.type
        && present == o.present
        && Arrays.equals(numbers, o.numbers)
        && Arrays.equals(texts, o.texts);
  }

  @Override
  public int hashCode() {
    return eventId().hashCode();
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder(type.toString());
    for (Field f : FIELDS) {
      if (has(f)) {
        Object value = f.kind().isText() ? texts[f.ordinal()] : (Object) numbers[f.ordinal()];
        s.append(' ').append(f.json()).append('=').append(value);
      }
    }
    return s.toString();
  }

  /** Collects the fields of one event. */
  public static final class Builder {
    private final EventType type;
    private long present;
    private final long[] numbers = new long[FIELDS.length];
    private final String[] texts = new String[FIELDS.length];

    private Builder(EventType type) {
      this.type = Objects.requireNonNull(type);
    }

    /** Sets a field that is not text, in the unit of its kind. */
    public Builder with(Field field, long value) {
      if (field.kind().isText()) {
        throw new IllegalArgumentException(field.json() + " is text");
      }
      numbers[field.ordinal()] = value;
      present |= 1L << field.ordinal();
      return this;
    }

    /** Sets a text field. */
    public Builder with(Field field, String value) {
      if (!field.kind().isText()) {
        throw new IllegalArgumentException(field.json() + " is not text");
      }
      texts[field.ordinal()] = Objects.requireNonNull(value, field.json());
      present |= 1L << field.ordinal();
      return this;
    }

    /** Sets a DATE field. */
    public Builder with(Field field, LocalDate day) {
      return with(field, day.toEpochDay());
    }

    public boolean has(Field field) {
      return (present >>> field.ordinal() & 1) != 0;
    }

    /**
     * The event.
     *
     * @throws IllegalArgumentException naming the first required field that is missing or the first
     *     present one that the type does not carry
     */
    public Event build() {
      for (Field f : FIELDS) {
        if (has(f) && !type.allowed().contains(f)) {
          throw new IllegalArgumentException(type + " does not carry " + f.json());
        }
        if (!has(f) && type.required().contains(f)) {
          throw new IllegalArgumentException(type + " needs " + f.json());
        }
      }
      return new Event(this);
    }
  }
}
