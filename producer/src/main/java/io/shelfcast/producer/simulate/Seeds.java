package io.shelfcast.producer.simulate;

import java.util.SplittableRandom;

/** Random numbers that depend only on the seed and on what they are for. */
final class Seeds {
  /** What the numbers are for, so that no two uses share them. */
  enum Use {
    PRODUCT,
    BRANCH,
    PROMOTION,
    WEATHER,
    SHELF
  }

  private Seeds() {}

  static SplittableRandom of(long seed, Use use, int... indices) {
    long mixed = mix(seed + use.ordinal());
    for (int index : indices) {
      mixed = mix(mixed ^ index);
    }
    return new SplittableRandom(mixed);
  }

  /** The finisher of MurmurHash3: neighbouring inputs give unrelated outputs. */
  private static long mix(long z) {
    z = (z + 0x9E3779B97F4A7C15L) * 0xFF51AFD7ED558CCDL;
    z = (z ^ z >>> 33) * 0xC4CEB9FE1A85EC53L;
    return z ^ z >>> 33;
  }
}
