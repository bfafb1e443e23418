package io.shelfcast.trainer.backtest;

import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.score.PastOutcomes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Forecasts of the baselines before the origins, from which their errors' quantiles are made. */
final class BaselineErrors {
  private final Map<Method, PastOutcomes> made = new EnumMap<>(Method.class);

  void add(Look look, List<Method> baselines) {
    for (Method method : baselines) {
      of(method).add(look.openDay(), look.outcome(method));
    }
  }

  void join(BaselineErrors other) {
    other.made.forEach((method, more) -> of(method).join(more));
  }

  private PastOutcomes of(Method method) {
    return made.computeIfAbsent(method, any -> new PastOutcomes());
  }

  /** The errors as known at an origin, by method. */
  Map<Method, LeadTimeErrors> at(int originDay) {
    Map<Method, LeadTimeErrors> errors = new EnumMap<>(Method.class);
    made.forEach((method, all) -> errors.put(method, all.at(originDay)));
    return errors;
  }
}
