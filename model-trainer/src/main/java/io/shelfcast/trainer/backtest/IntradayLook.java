package io.shelfcast.trainer.backtest;

/**
 * One store-product within one day: what came of two forecasts by the same bundle, one made at
 * midnight and one made now. All in units.
 *
 * @param openDay in days since the epoch
 * @param instant position among the instants of the day that are looked at
 * @param sold on the day so far, as far as had arrived
 * @param midnightRest what midnight's forecast leaves for the rest of the day, by its usual course
 * @param nowRest what is forecast for the rest of the day now
 * @param toldRest the same as of the newest event
 * @param midnightAhead midnight's forecast of the days after the open one
 * @param nowAhead the forecast of those days now
 * @param actual demand on the open day and those after it; NaN where unknown
 */
record IntradayLook(
    int openDay,
    int instant,
    double sold,
    double midnightToday,
    double midnightRest,
    double nowRest,
    double toldRest,
    double[] midnightAhead,
    double[] nowAhead,
    double[] actual) {
  private static final int WEEK = 7;

  /** Adds both errors of each measure; of the next days only where the data reaches that far. */
  void addTo(PairedErrors errors, boolean weekIsOver) {
    double total = actual[0];
    double rest = Math.max(0, total - sold);
    errors.add(instant, IntradayMeasure.TODAY, total, midnightToday, sold + nowRest);
    errors.add(instant, IntradayMeasure.TODAY_AS_TOLD, total, midnightToday, sold + toldRest);
    errors.add(instant, IntradayMeasure.REMAINDER, rest, midnightRest, nowRest);
    double week = 0;
    double midnight = 0;
    double now = 0;
    for (int day = 0; day < WEEK; day++) {
      if (!Double.isNaN(actual[day + 1])) {
        week += actual[day + 1];
        midnight += midnightAhead[day];
        now += nowAhead[day];
      }
    }
    if (weekIsOver) {
      errors.add(instant, IntradayMeasure.NEXT_7, week, midnight, now);
    }
  }
}
