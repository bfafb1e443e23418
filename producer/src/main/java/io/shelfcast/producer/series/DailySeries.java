package io.shelfcast.producer.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;

/**
 * A data set as daily rows of (store, product), in either order, in bounded memory however large
 * the files are. Every reading starts from the files anew.
 *
 * @see io.shelfcast.producer.replay.Dataset#open how files become a series
 */
public final class DailySeries {
  private static final Comparator<DailyRow> BY_DAY =
      Comparator.comparingInt(DailyRow::day)
          .thenComparing(DailyRow::storeId)
          .thenComparing(DailyRow::productId);
  private static final Comparator<DailyRow> BY_SERIES =
      Comparator.comparing(DailyRow::storeId)
          .thenComparing(DailyRow::productId)
          .thenComparingInt(DailyRow::day);

  private final RowSource source;
  private final Place place;
  private final RowFilter filter;
  private final Overview overview;

  private DailySeries(RowSource source, Place place, RowFilter filter, Overview overview) {
    this.source = source;
    this.place = place;
    this.filter = filter;
    this.overview = overview;
  }

  /**
   * Looks through the files once.
   *
   * @throws DatasetException if nothing is left of them
   */
  public static DailySeries open(RowSource source, SeriesFilter asked) {
    RowFilter filter = RowFilter.daysOf(asked);
    Overview overview = new Overview(filter);
    LineTally tally = new LineTally();
    // The choice of products must not depend on the days: a replay goes on where a back-fill ends.
    RowFilter seen = asked.products() > 0 ? RowFilter.daysOf(SeriesFilter.ALL) : filter;
    try (Rows<DailyRow> rows = source.read(seen, tally)) {
      rows.forEachRemaining(overview::add);
    }
    if (overview.rows() == 0) {
      String reason = tally.reasons().stream().findFirst().orElse("none is in the days asked for");
      throw new DatasetException(source.name() + " has no line that can be used (" + reason + ").");
    }
    if (asked.products() > 0) {
      Set<String> best = overview.best(asked.products());
      overview.keepOnly(best);
      filter = filter.onlyProducts(best);
    }
    return new DailySeries(source, source.place(), filter, overview);
  }

  /** The same series with stores that stand elsewhere. */
  public DailySeries at(Place elsewhere) {
    return new DailySeries(source, elsewhere, filter, overview);
  }

  public String name() {
    return source.name();
  }

  public Place place() {
    return place;
  }

  /** What is read: the days and products asked for. */
  public RowFilter filter() {
    return filter;
  }

  public Overview overview() {
    return overview;
  }

  /** All rows by day, then store, then product; the tally gets each line's fate. */
  public Rows<DailyRow> byDay(LineTally tally) {
    return sorted(BY_DAY, tally);
  }

  /** All rows by store, then product, then day. */
  public Rows<DailyRow> bySeries() {
    return sorted(BY_SERIES, new LineTally());
  }

  private Rows<DailyRow> sorted(Comparator<DailyRow> order, LineTally tally) {
    Rows<DailyRow> rows = source.read(filter, tally);
    return new OnceADay(source.name(), new SpillingSort<>(order, new DailyRowCodec()).sort(rows));
  }

  /** Sorted rows among which no day of a store-product may stand twice. */
  private static final class OnceADay implements Rows<DailyRow> {
    private final String name;
    private final Rows<DailyRow> rows;
    private DailyRow last;

    OnceADay(String name, Rows<DailyRow> rows) {
      this.name = name;
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public DailyRow next() {
      DailyRow row = rows.next();
      if (last != null && BY_DAY.compare(last, row) == 0) {
        throw new DatasetException(
            "%s tells the day %s of product %s in store %s twice."
                .formatted(name, LocalDate.ofEpochDay(row.day()), row.productId(), row.storeId()));
      }
      last = row;
      return row;
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
