package io.shelfcast.trainer.contest;

import io.shelfcast.trainer.boost.TrainingFailed;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which days each trial model learns from and is judged on, in order of time. Each model learns
 * from all days up to its cut and is judged on the origins after it, up to the next cut. The first
 * folds calibrate; the last one is the contest, whose days nothing else has touched.
 *
 * @param cuts last epoch day each trial model may know, ascending; the last is the contest's
 * @param lastDay last closed day of the data
 */
public record FoldPlan(List<Integer> cuts, int lastDay) implements Serializable {
  /** Fewest days neither contestant saw for a contest to mean something. */
  public static final int LEAST_CONTEST_DAYS = 7;

  /** Fewest days of data there must be. */
  public static final int LEAST_DAYS = 35;

  private static final int CALIBRATING_FOLDS = 2;
  private static final int LONGEST_FOLD_DAYS = 28;
  private static final int FOLDS_IN_DATA = 8;

  public FoldPlan {
    cuts = List.copyOf(cuts);
  }

  /**
   * The plan for data of the given days.
   *
   * @param championThrough last day the champion learnt from; empty without champion
   * @return the plan; of the days that the champion has not seen the contest takes the later half,
   *     so that the challenger may show what the earlier half is worth; if there are too few, see
   *     {@link #isContestFair}
   * @throws TrainingFailed if the data is too short
   */
  public static FoldPlan of(int firstDay, int lastDay, OptionalInt championThrough) {
    int days = lastDay - firstDay + 1;
    if (days < LEAST_DAYS) {
      throw new TrainingFailed(
          "the lake holds "
              + Math.max(0, days)
              + " closed days; at least "
              + LEAST_DAYS
              + " are needed to train",
          null);
    }
    int fold = Math.max(LEAST_CONTEST_DAYS, Math.min(LONGEST_FOLD_DAYS, days / FOLDS_IN_DATA));
    int unseen = lastDay - championThrough.orElse(firstDay);
    int contest =
        unseen < LEAST_CONTEST_DAYS
            ? fold
            : Math.min(fold, Math.max(LEAST_CONTEST_DAYS, unseen / 2));
    int second = lastDay - fold - fold;
    return new FoldPlan(List.of(second - fold, second, lastDay - contest), lastDay);
  }

  /** Whether a champion that learnt through the given day has seen none of the contest's days. */
  public boolean isContestFair(int championThrough) {
    return championThrough <= contestCut();
  }

  /** Number of folds, the contest included. */
  public int count() {
    return cuts.size();
  }

  /** Which of the folds is the contest. */
  public int contest() {
    return CALIBRATING_FOLDS;
  }

  /** Last day either contestant may know. */
  public int contestCut() {
    return cuts.get(contest());
  }

  /** Days there are origins to judge on, over all folds. */
  public int judgedDays() {
    return lastDay - cuts.get(0);
  }

  /** The fold on whose days an origin lies, or −1 if it lies before all of them. */
  public int foldOf(int originDay) {
    int fold = -1;
    while (fold + 1 < cuts.size() && originDay > cuts.get(fold + 1)) {
      fold++;
    }
    return fold;
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < cuts.size(); i++) {
      int last = i + 1 < cuts.size() ? cuts.get(i + 1) : lastDay;
      s.append(i == contest() ? "; contest " : i == 0 ? "calibration " : ", ");
      s.append(LocalDate.ofEpochDay(cuts.get(i) + 1L))
          .append(" to ")
          .append(LocalDate.ofEpochDay(last));
    }
    return s.toString();
  }
}
