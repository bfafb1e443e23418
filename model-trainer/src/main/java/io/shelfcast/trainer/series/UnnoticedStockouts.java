package io.shelfcast.trainer.series;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import java.util.List;
import java.util.function.Consumer;

/**
 * The same histories as if nobody had noticed empty shelves: a day short of stock looks like one on
 * which little was wanted. Shows what noticing them is worth.
 */
public final class UnnoticedStockouts extends SeriesSource {
  private final SeriesSource source;

  /**
   * @param source stays the caller's to close
   */
  public UnnoticedStockouts(SeriesSource source) {
    super(source.name() + ", stockouts unnoticed", source.stores());
    this.source = source;
  }

  /** One history as if nobody had noticed empty shelves. */
  public static Series of(Series series) {
    List<ArchivedEvent> arrivals =
        series.arrivals().stream()
            .filter(archived -> archived.event().type() != EventType.AVAILABILITY)
            .map(UnnoticedStockouts::of)
            .toList();
    return new Series(series.key(), series.store(), arrivals);
  }

  private static ArchivedEvent of(ArchivedEvent archived) {
    Event event = archived.event();
    if (!event.has(Field.STOCKOUT_SHARE)) {
      return archived;
    }
    Event.Builder without = Event.of(event.type());
    for (Field field : Field.values()) {
      if (event.has(field) && field != Field.STOCKOUT_SHARE) {
        if (field.kind().isText()) {
          without.with(field, event.text(field));
        } else {
          without.with(field, event.number(field));
        }
      }
    }
    return new ArchivedEvent(
        without.build(),
        archived.fate(),
        archived.origin(),
        archived.arrivedAt(),
        archived.businessDay(),
        archived.ordinal(),
        archived.generation());
  }

  @Override
  public int parts() {
    return source.parts();
  }

  @Override
  public void part(int part, Consumer<Series> each) {
    source.part(part, series -> each.accept(of(series)));
  }

  @Override
  public void close() {
    // the source belongs to whoever opened it
  }
}
