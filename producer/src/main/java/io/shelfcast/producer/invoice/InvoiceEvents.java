package io.shelfcast.producer.invoice;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.producer.timeline.TimedEvent;

/** The event that an invoice line stands for; it is sent the moment it happens. */
final class InvoiceEvents {
  private static final long UNIT = 10_000;

  private InvoiceEvents() {}

  static TimedEvent of(InvoiceEntry entry) {
    InvoiceLine line = entry.line();
    long units = Math.abs(line.units()) * UNIT;
    return switch (entry.fate()) {
      case SALE, GIVEN_AWAY, SALE_WITHOUT_PRICE ->
          timed(priced(start(EventType.SALE, line).with(Field.QUANTITY, units), line), line);
      case VOID ->
          timed(
              start(EventType.VOID, line)
                  .with(Field.VOIDS_EVENT_ID, entry.taken().eventId())
                  .with(Field.VOIDS_DAY, entry.taken().day()),
              line);
      case RETURN ->
          timed(priced(start(EventType.RETURN, line).with(Field.QUANTITY, units), line), line);
      case SHRINK -> timed(adjustment(line, "shrink"), line);
      case FOUND -> timed(adjustment(line, "found"), line);
      default -> throw new IllegalStateException("no event stands for " + entry.fate());
    };
  }

  private static Event.Builder adjustment(InvoiceLine line, String reason) {
    return start(EventType.ADJUST, line)
        .with(Field.QUANTITY, line.units() * UNIT)
        .with(Field.REASON, reason);
  }

  private static Event.Builder start(EventType type, InvoiceLine line) {
    return Event.of(type)
        .with(Field.EVENT_ID, line.eventId())
        .with(Field.STORE_ID, InvoiceFiles.STORE)
        .with(Field.PRODUCT_ID, line.product())
        .with(Field.OCCURRED_AT, line.at());
  }

  private static Event.Builder priced(Event.Builder event, InvoiceLine line) {
    return line.hasPrice() ? event.with(Field.UNIT_PRICE, line.price()) : event;
  }

  private static TimedEvent timed(Event.Builder event, InvoiceLine line) {
    return TimedEvent.of(event, line.at());
  }
}
