package io.shelfcast.trainer.simulate;

import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.score.LeadTimeCalibration;
import io.shelfcast.trainer.score.Outcome;
import io.shelfcast.trainer.simulate.Mornings.Morning;
import java.util.ArrayList;
import java.util.List;

/**
 * What the moving average said on past mornings, from which quantiles of its errors are made just
 * as those of the model are.
 */
final class AverageErrors {
  private final List<Made> made = new ArrayList<>();

  private record Made(int openDay, Outcome outcome) {}

  void add(Morning morning) {
    Outcome outcome =
        new Outcome(
            morning.product().closedDays().demandClass(),
            morning.movingAverage(),
            morning.actual(),
            morning.elapsed());
    made.add(new Made(morning.day(), outcome));
  }

  void join(AverageErrors other) {
    made.addAll(other.made);
  }

  /** The errors as known when a day began. */
  LeadTimeErrors at(int day) {
    return LeadTimeCalibration.of(
        made.stream()
            .filter(one -> one.openDay() < day)
            .map(one -> one.outcome().asKnownAfter(day - one.openDay()))
            .toList());
  }
}
