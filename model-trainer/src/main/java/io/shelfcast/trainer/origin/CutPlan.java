package io.shelfcast.trainer.origin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * After which days models are trained: one for each origin, and some more before and between them
 * whose forecasts, made out of fold, show how large the errors are.
 *
 * <p>Errors grow with the time since a model was trained, so they are measured no longer after it
 * than a model will be in use.
 *
 * @param cuts last epoch day each model may know, ascending
 * @param origins first day forecast at each origin, ascending; the day before each is a cut
 * @param judgedDays days after each cut whose forecasts show how large the errors are
 */
record CutPlan(List<Integer> cuts, List<Integer> origins, int judgedDays) {
  /** Models before the first origin that serve to measure errors. */
  private static final int CALIBRATING = 3;

  /** Longest time a model is in use before the next one is trained. */
  private static final int LONGEST_STEP_DAYS = 56;

  /** Shortest time: with fewer days a model's errors are those of few days. */
  private static final int SHORTEST_STEP_DAYS = 5;

  /** Fewest days after a cut that are judged, so that enough are. */
  private static final int LEAST_JUDGED_DAYS = 14;

  /** Part of the days known at the first origin that one step takes at most. */
  private static final int STEP_PART = 6;

  CutPlan {
    cuts = List.copyOf(cuts);
    origins = List.copyOf(origins);
  }

  /**
   * The plan for data that begins on a day.
   *
   * @param originDays first day forecast at each origin
   * @param daysInUse of the model of an origin
   */
  static CutPlan of(int firstDay, Collection<Integer> originDays, int daysInUse) {
    List<Integer> origins = List.copyOf(new TreeSet<>(originDays));
    int first = origins.get(0);
    int known = first - firstDay;
    int step = Math.max(SHORTEST_STEP_DAYS, Math.min(LONGEST_STEP_DAYS, known / STEP_PART));
    TreeSet<Integer> cuts = new TreeSet<>();
    for (int i = 1; i <= CALIBRATING; i++) {
      cuts.add(first - 1 - i * step);
    }
    int last = first - 1;
    for (int origin : origins) {
      int parts = Math.max(1, Math.round((origin - 1 - last) / (float) LONGEST_STEP_DAYS));
      for (int i = 1; i <= parts; i++) {
        cuts.add(last + (origin - 1 - last) * i / parts);
      }
      last = origin - 1;
    }
    return new CutPlan(new ArrayList<>(cuts), origins, Math.max(LEAST_JUDGED_DAYS, daysInUse));
  }

  /** The model in use at the start of a day to be calibrated on, or −1 outside of those days. */
  int foldOf(int openDay) {
    if (openDay >= origins.get(origins.size() - 1)) {
      return -1;
    }
    int fold = -1;
    while (fold + 1 < cuts.size() && cuts.get(fold + 1) < openDay) {
      fold++;
    }
    return fold >= 0 && openDay - cuts.get(fold) <= judgedDays ? fold : -1;
  }

  /** Of the days after the first cut through another, the share that is calibrated on. */
  double judgedShare(int lastDay) {
    int first = cuts.get(0) + 1;
    long judged = IntStream.rangeClosed(first, lastDay).filter(day -> foldOf(day) >= 0).count();
    return judged / (lastDay + 1.0 - first);
  }

  /** The model of an origin. */
  int foldOfOrigin(int originDay) {
    return cuts.indexOf(originDay - 1);
  }
}
