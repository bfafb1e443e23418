package io.shelfcast.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.trainer.ReplayedAccuracy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a demo came to, as the file of {@code --summary}.
 *
 * @param sent records on the stream, by the producer's own ledger
 * @param read records the job read
 * @param lakeRows live events in the lake, by reading the Parquet back
 * @param targetsWritten targets sent to the table
 * @param targetsSuppressed changes left for later: immaterial, or just after a write
 * @param oldestUnsettledSeconds longest wait of a held-back change when the tills ended, in seconds
 *     of stream time
 * @param freshnessMs from the arrival of the oldest event that a write reflects to its
 *     acknowledgement, in milliseconds
 * @param wape by horizon: day1, day30
 * @param models that were in force, in order
 * @param lines fates of the data set's lines, by what they were read for
 * @param seconds wall time of the whole demo
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Summary(
    long sent,
    long read,
    long applied,
    long duplicate,
    long refused,
    long tooOld,
    long lakeRows,
    long targetsWritten,
    long targetsSuppressed,
    double oldestUnsettledSeconds,
    Freshness freshnessMs,
    Map<String, Wape> wape,
    List<Model> models,
    Map<String, Map<String, Long>> lines,
    long seconds) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Percentiles in milliseconds. */
  record Freshness(double p50, double p99) {}

  /** Errors at one horizon over the same store-product-days. */
  record Wape(Double model, Double seasonalNaive, long days) {
    static Wape of(ReplayedAccuracy.Wape measured) {
      return new Wape(known(measured.model()), known(measured.seasonalNaive()), measured.days());
    }

    private static Double known(double value) {
      return Double.isNaN(value) ? null : value;
    }
  }

  /**
   * A bundle that was in force.
   *
   * @param inForceFrom first stream day whose forecasts it made
   * @param learntThrough last day it learnt from
   * @param metrics of the contest that it won
   */
  record Model(
      long sequence,
      String createdAt,
      String inForceFrom,
      String learntThrough,
      Map<String, Double> metrics) {}

  /**
   * Whether every record sent has exactly one fate, and every row the lake should have is there.
   */
  @JsonProperty
  boolean accountedFor() {
    return sent == read
        && read == applied + duplicate + refused + tooOld
        && lakeRows == applied + tooOld;
  }

  void write(Path file) {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    } catch (IOException e) {
      throw new Problem(file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }
}
