package io.shelfcast.trainer.boost;

import io.shelfcast.feature.Feature;
import io.shelfcast.feature.FeatureSchema;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * The features that repeat after a year or a month, and the horizon, whose far values a short past
 * has met in its last days only. A model would learn single days by heart and carry them into the
 * future.
 */
final class CalendarFeatures {
  /** Days after which values of the year have been met twice for a good part of it. */
  private static final int YEAR = 400;

  private static final int THREE_MONTHS = 92;

  private CalendarFeatures() {}

  /** Columns to be hidden from a model that learns from the rows whose day passes. */
  static Set<Integer> notYetRepeated(TrainingRows rows, IntPredicate day) {
    if (rows.features() != FeatureSchema.count()) {
      return Set.of();
    }
    int days = rows.days(day);
    Set<Integer> hidden = new TreeSet<>();
    if (days < YEAR) {
      hidden.add(Feature.DAY_OF_YEAR.ordinal());
      hidden.add(Feature.MONTH.ordinal());
      hidden.add(Feature.AGE.ordinal());
    }
    if (days < THREE_MONTHS) {
      hidden.add(Feature.DAY_OF_MONTH.ordinal());
      hidden.add(Feature.HORIZON.ordinal());
    }
    return hidden;
  }
}
