package io.shelfcast.trainer.series;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.StoreProductKey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A source small enough to be held in memory. */
public final class SeriesList extends SeriesSource {
  private static final Comparator<Series> BY_KEY =
      Comparator.comparing((Series series) -> series.key().storeId())
          .thenComparing(series -> series.key().productId());

  private static final int SERIES_A_PART = 100;

  private final List<Series> series;

  /** Sorts events of any stores and products, in any order, into series. */
  public SeriesList(String name, Collection<ArchivedEvent> events, ZoneId assumed) {
    super(name, new StoreTimelines(assumed));
    events.forEach(stores()::add);
    series = grouped(events, stores());
  }

  /** The series among some events, ordered by key; STORE and TICK belong to none. */
  public static List<Series> grouped(Collection<ArchivedEvent> events, StoreTimelines stores) {
    Map<StoreProductKey, List<ArchivedEvent>> byKey = new HashMap<>();
    for (ArchivedEvent archived : events) {
      if (!archived.event().type().isStoreLevel()) {
        StoreProductKey key = StoreProductKey.of(archived.event());
        byKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(archived);
      }
    }
    List<Series> ordered = new ArrayList<>();
    byKey.forEach(
        (key, arrivals) -> {
          arrivals.sort(Series.ARRIVAL);
          ordered.add(new Series(key, stores.timeline(key.storeId()), arrivals));
        });
    ordered.sort(BY_KEY);
    return ordered;
  }

  @Override
  public int parts() {
    return (series.size() + SERIES_A_PART - 1) / SERIES_A_PART;
  }

  @Override
  public void part(int part, Consumer<Series> each) {
    int from = part * SERIES_A_PART;
    series.subList(from, Math.min(series.size(), from + SERIES_A_PART)).forEach(each);
  }

  @Override
  public void close() {
    // nothing is held but memory
  }
}
