package io.shelfcast.trainer.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shelfcast.trainer.Training;
import io.shelfcast.trainer.contest.FoldPlan;
import io.shelfcast.trainer.contest.Verdict;
import io.shelfcast.trainer.score.Scorecard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a training decided and on what grounds, as it stands in {@code decision.json}: beside the
 * bundle, or under {@code models/decisions} if none was published.
 *
 * @param published whether there is a new bundle
 * @param sequence of the new bundle, or null
 * @param reason one sentence
 * @param at when it was decided; ISO-8601
 * @param lakeSnapshot the data
 * @param lastDay last closed day of the data
 * @param contest on which days both were judged
 * @param champion its sequence and scores, or null
 * @param seasonalNaive or null if nothing was judged
 * @param recipe of the challenger, or null if it was not trained
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DecisionRecord(
    boolean published,
    Long sequence,
    String reason,
    String at,
    String lakeSnapshot,
    String lastDay,
    ContestDays contest,
    Scores challenger,
    Scores champion,
    Scores seasonalNaive,
    Map<String, String> recipe) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  /** Days of the contest: what both may know ends with the first, origins with the second. */
  public record ContestDays(String knownThrough, String originsThrough) {}

  /** How one contestant did; see {@link Scorecard}. */
  public record Scores(
      Long sequence, int forecasts, double wape, double bias, double pinball, double score) {
    static Scores of(Scorecard card, Long sequence) {
      return card == null
          ? null
          : new Scores(
              sequence, card.forecasts(), card.wape(), card.bias(), card.pinball(), card.score());
    }
  }

  /**
   * The record of a training.
   *
   * @param sequence of the new bundle, or null if none is published
   * @param champion sequence of the bundle in force, or null
   */
  public static DecisionRecord of(
      Training.Result result, String lakeSnapshot, Long sequence, Long champion, Instant at) {
    Verdict verdict = result.verdict();
    FoldPlan folds = result.folds();
    return new DecisionRecord(
        verdict.publish(),
        sequence,
        verdict.reason(),
        at.toString(),
        lakeSnapshot,
        date(folds.lastDay()),
        new ContestDays(date(folds.contestCut()), date(folds.lastDay())),
        Scores.of(verdict.challenger(), sequence),
        Scores.of(verdict.champion(), champion),
        Scores.of(verdict.seasonalNaive(), null),
        result.recipe().map(recipe -> recipe.described()).orElse(null));
  }

  private static String date(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  /** The record as JSON. */
  public byte[] json() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a decision has nothing that JSON cannot hold", e);
    }
  }
}
