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
    return new Builder(Objects.requireNonNull(type));
  }

  /** Starts an event whose type is read later, as JSON has no order. */
  static Builder ofTypeToCome() {
    return new Builder(null);
  }

  public EventType type() {
    return type;
  }

  /** One bit for each field that is present, by ordinal. */
  long present() {
    return present;
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
    private EventType type;
    private long present;
    private long[] numbers = new long[FIELDS.length];
    private String[] texts = new String[FIELDS.length];
    private boolean handedOver;

    private Builder(EventType type) {
      this.type = type;
    }

    Builder as(EventType type) {
      this.type = type;
      return this;
    }

    long present() {
      return present;
    }

    /** An event keeps the arrays it was built from; whoever builds on gets copies. */
    private void mark(Field field) {
      if (handedOver) {
        numbers = numbers.clone();
        texts = texts.clone();
        handedOver = false;
      }
      present |= 1L << field.ordinal();
    }

    /** Sets a field that is not text, in the unit of its kind. */
    public Builder with(Field field, long value) {
      if (field.kind().isText()) {
        throw new IllegalArgumentException(field.json() + " is text");
      }
      mark(field);
      numbers[field.ordinal()] = value;
      return this;
    }

    /** Sets a text field. */
    public Builder with(Field field, String value) {
      if (!field.kind().isText()) {
        throw new IllegalArgumentException(field.json() + " is not text");
      }
      Objects.requireNonNull(value, field.json());
      mark(field);
      texts[field.ordinal()] = value;
      return this;
    }

    /** Sets a DATE field. */
    public Builder with(Field field, LocalDate day) {
      return with(field, day.toEpochDay());
    }

    public boolean has(Field field) {
      return (present >>> field.ordinal() & 1) != 0;
    }

    /** What the builder holds of a field that is not text; 0 where it was not set. */
    long number(Field field) {
      return numbers[field.ordinal()];
    }

    /**
     * The event.
     *
     * @throws IllegalArgumentException naming the first required field that is missing or the first
     *     present one that the type does not carry
     */
    public Event build() {
      long wrong = (present & ~type.allowedMask()) | (type.requiredMask() & ~present);
      if (wrong != 0) {
        Field f = FIELDS[Long.numberOfTrailingZeros(wrong)];
        throw new IllegalArgumentException(
            type + (has(f) ? " does not carry " : " needs ") + f.json());
      }
      handedOver = true;
      return new Event(this);
    }
  }
}
