package io.shelfcast.bench.scale;

/** What the source of a scale run does at a time. */
enum Stage {
  /** Nothing: the state is as it was seeded. */
  HOLD,
  /** Events as fast as they are taken. */
  FAST,
  /** Events at the pace of life. */
  PACED,
  /** The same, after midnight and all its grace. */
  AFTER_MIDNIGHT,
  OVER;

  private static volatile Stage now = HOLD;

  static Stage now() {
    return now;
  }

  static void begin(Stage next) {
    now = next;
  }
}
