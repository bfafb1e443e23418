package io.shelfcast.trainer.contest;

import io.shelfcast.trainer.score.Scorecard;
import java.util.Locale;

/**
 * Whether a new model is published, and on what grounds.
 *
 * @param publish whether it is
 * @param reason one sentence
 * @param challenger how the new model did; null if it was not judged
 * @param champion how the model in force did on the same forecasts; null if there is none
 * @param seasonalNaive how the same weekday of last week did; null if nothing was judged
 */
public record Verdict(
    boolean publish,
    String reason,
    Scorecard challenger,
    Scorecard champion,
    Scorecard seasonalNaive) {

  /** The model with the smaller score wins; a first one must beat seasonal naive. */
  public static Verdict of(Scorecard challenger, Scorecard champion, Scorecard seasonalNaive) {
    Scorecard rival = champion == null ? seasonalNaive : champion;
    boolean wins = challenger.score() < rival.score();
    String reason =
        String.format(
            Locale.ROOT,
            "the challenger scores %.4f, %s %.4f",
            challenger.score(),
            champion == null ? "seasonal naive" : "the champion",
            rival.score());
    return new Verdict(wins, reason, challenger, champion, seasonalNaive);
  }

  /** There was nothing both could be judged by. */
  public static Verdict notJudged(String reason) {
    return new Verdict(false, reason, null, null, null);
  }

  /** The same, published whatever the scores say. */
  public Verdict forced() {
    return new Verdict(true, "published by force: " + reason, challenger, champion, seasonalNaive);
  }
}
