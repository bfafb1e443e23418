package io.shelfcast.producer.simulate;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.producer.timeline.EventIds;
import io.shelfcast.producer.timeline.TimedEvent;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes down what happens at one shelf on one day. */
final class Scribe implements ShelfListener {
  private static final long UNIT = 10_000;

  private final Shelf shelf;
  private final int day;
  private final Consumer<Happening> notes;

  Scribe(Shelf shelf, int day, Consumer<Happening> notes) {
    this.shelf = shelf;
    this.day = day;
    this.notes = notes;
  }

  /**
   * A note from which the event is made later.
   *
   * @param number n for the n-th of its type on the day, or the day of the order
   * @param detail price of a SALE or RETURN, day on which an ORDER is expected
   */
  private record Note(
      long at, Scribe by, EventType type, int number, int units, long detail, boolean promoted)
      implements Happening {
    @Override
    public TimedEvent event() {
      return TimedEvent.of(by.event(this), at);
    }
  }

  private void note(long at, EventType type, int number, int units, long detail, boolean promoted) {
    notes.accept(new Note(at, this, type, number, units, detail, promoted));
  }

  private Event.Builder event(Note note) {
    Event.Builder event =
        Event.of(note.type())
            .with(Field.EVENT_ID, id(note.type(), note.number()))
            .with(Field.STORE_ID, shelf.branch().id())
            .with(Field.PRODUCT_ID, shelf.product().id())
            .with(Field.OCCURRED_AT, note.at());
    if (note.type() != EventType.VOID) {
      event.with(Field.QUANTITY, note.units() * UNIT);
    }
    switch (note.type()) {
      case SALE ->
          event
              .with(Field.UNIT_PRICE, note.detail())
              .with(Field.PROMOTION, note.promoted() ? 1 : 0);
      case VOID ->
          event
              .with(Field.VOIDS_EVENT_ID, id(EventType.SALE, note.number()))
              .with(Field.VOIDS_DAY, day);
      case RETURN -> event.with(Field.UNIT_PRICE, note.detail());
      case ORDER ->
          event
              .with(Field.ORDER_ID, WorldFacts.orderId(note.number()))
              .with(Field.EXPECTED_ON, note.detail());
      case RECEIPT -> event.with(Field.ORDER_ID, WorldFacts.orderId(note.number()));
      case ADJUST -> event.with(Field.REASON, "shrink");
      default -> {
        return event;
      }
    }
    return event;
  }

  private String id(EventType type, int number) {
    String date = LocalDate.ofEpochDay(day).toString();
    String word = type.name().toLowerCase(Locale.ROOT);
    return EventIds.of(shelf.branch().id(), shelf.product().id(), date, word + number);
  }

  @Override
  public void sold(long at, int number, int units, long price, boolean promoted) {
    note(at, EventType.SALE, number, units, price, promoted);
  }

  @Override
  public void voided(long at, int number, int units, long price) {
    note(at, EventType.VOID, number, units, price, false);
  }

  @Override
  public void returned(long at, int number, int units, long price) {
    note(at, EventType.RETURN, number, units, price, false);
  }

  @Override
  public void ordered(long at, int orderDay, int units, int expectedOn) {
    note(at, EventType.ORDER, orderDay, units, expectedOn, false);
  }

  @Override
  public void received(long at, int orderDay, int units) {
    note(at, EventType.RECEIPT, orderDay, units, 0, false);
  }

  @Override
  public void counted(long at, int units) {
    note(at, EventType.COUNT, 0, units, 0, false);
  }

  @Override
  public void lost(long at, int units) {
    note(at, EventType.ADJUST, 0, -units, 0, false);
  }
}
