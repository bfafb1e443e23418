package io.shelfcast.producer;

import io.shelfcast.producer.replay.Dataset;
import io.shelfcast.producer.replay.PolicyTerms;
import io.shelfcast.producer.series.DatasetException;
import io.shelfcast.producer.series.Place;
import io.shelfcast.producer.series.SeriesFilter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Option;

/** Which part of a data set is read, where its stores stand, and their terms. */
final class DataOptions {
  @Option(names = "--from", paramLabel = "DATE", description = "First day (default: the first).")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day (default: the last).")
  private LocalDate to;

  @Option(
      names = "--products",
      paramLabel = "N",
      defaultValue = "0",
      description = "Only so many products, those sold on most days (default: all).")
  private int products;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of the stores (default: the data set's, else UTC).")
  private ZoneId zone;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "Country of the stores, as GB (default: the data set's).")
  private String country;

  @Option(
      names = "--lead-time",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "Days from order to delivery (default: ${DEFAULT-VALUE}).")
  private int leadTimeDays;

  @Option(
      names = "--lead-time-sd",
      paramLabel = "DAYS",
      defaultValue = "0",
      description = "Standard deviation of the lead time (default: ${DEFAULT-VALUE}).")
  private double leadTimeSdDays;

  @Option(
      names = "--review-period",
      paramLabel = "DAYS",
      defaultValue = "1",
      description = "Days between two chances to order (default: ${DEFAULT-VALUE}).")
  private int reviewPeriodDays;

  @Option(
      names = "--service-level",
      paramLabel = "SHARE",
      defaultValue = "0.95",
      description = "Cycle service level asked (default: ${DEFAULT-VALUE}).")
  private double serviceLevel;

  PolicyTerms terms() {
    return new PolicyTerms(leadTimeDays, leadTimeSdDays, reviewPeriodDays, serviceLevel);
  }

  /**
   * @throws DatasetException if the files cannot be used
   */
  Dataset open(List<Path> files) {
    Dataset dataset = Dataset.open(files, new SeriesFilter(from, to, products));
    Place told = dataset.series().place();
    return dataset.at(
        new Place(zone == null ? told.zone() : zone, country == null ? told.country() : country));
  }
}
