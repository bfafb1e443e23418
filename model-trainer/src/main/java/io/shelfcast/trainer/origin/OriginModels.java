package io.shelfcast.trainer.origin;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.rows.JudgedOrigins;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The bundles that stood at several origins, each made of nothing but what had arrived by then.
 *
 * @param bundles by the first day forecast, in days since the epoch
 * @param gains by feature, what the splits of the last model gained, as shares of all
 * @param calibrating on which days which series were forecast to measure errors; the fold is −1
 *     where none was
 */
public record OriginModels(
    NavigableMap<Integer, ModelBundle> bundles,
    Map<String, Double> gains,
    JudgedOrigins calibrating) {

  public OriginModels {
    bundles = new TreeMap<>(bundles);
    gains = Map.copyOf(gains);
  }

  /** Whether errors were measured on the forecast of a series at the start of a day. */
  public boolean calibratesOn(StoreProductKey key, int day) {
    return calibrating.fold(key, day) >= 0;
  }

  /** First day forecast at the first origin. */
  public int firstOrigin() {
    return bundles.firstKey();
  }

  /** First day forecast at the last origin. */
  public int lastOrigin() {
    return bundles.lastKey();
  }
}
