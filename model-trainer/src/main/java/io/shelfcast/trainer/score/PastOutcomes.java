package io.shelfcast.trainer.score;

import io.shelfcast.forecast.LeadTimeErrors;
import java.util.ArrayList;
import java.util.List;

/**
 * Forecasts made on past mornings with what came of them, from which error quantiles are made as
 * they were known on a later morning: nothing that came after it is used.
 */
public final class PastOutcomes {
  private final List<Made> made = new ArrayList<>();

  private record Made(int openDay, Outcome outcome) {}

  /**
   * Adds a forecast.
   *
   * @param openDay its first day, since the epoch
   */
  public void add(int openDay, Outcome outcome) {
    made.add(new Made(openDay, outcome));
  }

  public void join(PastOutcomes other) {
    made.addAll(other.made);
  }

  /** The errors as known when a day began. */
  public LeadTimeErrors at(int day) {
    return LeadTimeCalibration.of(
        made.stream()
            .filter(one -> one.openDay() < day)
            .map(one -> one.outcome().asKnownAfter(day - one.openDay()))
            .toList());
  }
}
