package io.shelfcast.producer.series;

import java.time.LocalDate;

/**
 * Which part of a data set is asked for.
 *
 * @param from first day, or null for the first there is
 * @param to last day, inclusive, or null for the last there is
 * @param products only so many products, those sold on most days; 0 for all
 */
public record SeriesFilter(LocalDate from, LocalDate to, int products) {
  /** Everything. */
  public static final SeriesFilter ALL = new SeriesFilter(null, null, 0);

  public SeriesFilter {
    if (from != null && to != null && to.isBefore(from)) {
      throw new DatasetException("The last day asked for, " + to + ", is before the first.");
    }
    if (products < 0) {
      throw new DatasetException("The number of products asked for is negative.");
    }
  }

  /** The same with another last day, which may be null. */
  public SeriesFilter until(LocalDate lastDay) {
    return new SeriesFilter(from, lastDay, products);
  }
}
