package io.shelfcast.trainer.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.shelfcast.feature.Feature;
import io.shelfcast.feature.FeatureSchema;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarFeaturesTest {
  private static Set<Integer> hiddenAfter(int days) {
    TrainingRows rows = new TrainingRows(FeatureSchema.count());
    float[] values = new float[FeatureSchema.count()];
    rows.add(values, 0, 1, 1, 1_000);
    rows.add(values, 0, 1, 1, 1_000 + days - 1);
    rows.add(values, 0, 1, 1, 9_000);
    return CalendarFeatures.notYetRepeated(rows, day -> day < 9_000);
  }

  @Test
  void aShortPastHidesWhatOnlyRepeatsAfterIt() {
    int dayOfYear = Feature.DAY_OF_YEAR.ordinal();
    int month = Feature.MONTH.ordinal();
    int age = Feature.AGE.ordinal();
    int dayOfMonth = Feature.DAY_OF_MONTH.ordinal();
    int horizon = Feature.HORIZON.ordinal();
    assertEquals(Set.of(dayOfYear, month, age, dayOfMonth, horizon), hiddenAfter(91));
    assertEquals(Set.of(dayOfYear, month, age), hiddenAfter(92));
    assertEquals(Set.of(), hiddenAfter(400));
  }

  @Test
  void rowsOfAnotherKindAreLeftAlone() {
    TrainingRows rows = new TrainingRows(2);
    rows.add(new float[2], 0, 1, 1, 1_000);
    assertEquals(Set.of(), CalendarFeatures.notYetRepeated(rows, day -> true));
  }
}
