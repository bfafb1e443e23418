package io.shelfcast.producer.series;

import java.time.ZoneId;

/**
 * Where the stores of a data set stand.
 *
 * @param country ISO 3166 code, or empty where unknown
 */
public record Place(ZoneId zone, String country) {
  public static Place of(String zone, String country) {
    return new Place(ZoneId.of(zone), country);
  }
}
