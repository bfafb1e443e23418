package io.shelfcast.trainer.backtest;

import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.score.LeadTimeCalibration;
import io.shelfcast.trainer.score.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Forecasts of the baselines before the origins, from which their errors' quantiles are made. */
final class BaselineErrors {
  private final Map<Method, List<Made>> made = new EnumMap<>(Method.class);

  private record Made(int openDay, Outcome outcome) {}

  void add(Look look, List<Method> baselines) {
    for (Method method : baselines) {
      made.computeIfAbsent(method, any -> new ArrayList<>())
          .add(new Made(look.openDay(), look.outcome(method)));
    }
  }

  void join(BaselineErrors other) {
    other.made.forEach(
        (method, more) -> made.computeIfAbsent(method, any -> new ArrayList<>()).addAll(more));
  }

  /** The errors as known at an origin, by method. */
  Map<Method, LeadTimeErrors> at(int originDay) {
    Map<Method, LeadTimeErrors> errors = new EnumMap<>(Method.class);
    made.forEach(
        (method, all) ->
            errors.put(
                method,
                LeadTimeCalibration.of(
                    all.stream()
                        .filter(one -> one.openDay() < originDay)
                        .map(one -> one.outcome().asKnownAfter(originDay - one.openDay()))
                        .toList())));
    return errors;
  }
}
