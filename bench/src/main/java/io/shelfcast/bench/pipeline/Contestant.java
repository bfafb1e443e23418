package io.shelfcast.bench.pipeline;

import java.util.Locale;

/** The jobs that are compared. */
public enum Contestant {
  SHELFCAST,
  NAIVE,
  FLOOR;

  String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
