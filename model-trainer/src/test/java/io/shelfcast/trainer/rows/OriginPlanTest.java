package io.shelfcast.trainer.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.feature.FeatureSchema;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OriginPlanTest {
  private static final StoreProductKey KEY = new StoreProductKey("s", "p");

  private static StoreProductKey key(int i) {
    return new StoreProductKey("s" + i % 10, "p" + i / 10);
  }

  @Test
  void smallDataIsTakenWhole() {
    OriginPlan plan = OriginPlan.within(1_000, 100_000, 100, 24_000, 1);
    assertEquals(new OriginPlan(1, 1, 1, 1, 1), plan);
  }

  @Test
  void largeDataStaysWithinItsBounds() {
    int series = 50_000;
    int days = 90;
    OriginPlan plan =
        OriginPlan.within((long) series * days, 1_000_000, (long) series * 28, 24_000, 1);
    long rows = 0;
    long judged = 0;
    for (int i = 0; i < series; i += 50) {
      for (int day = 19_000; day < 19_000 + days; day++) {
        for (int h = 0; h < FeatureSchema.ROWS && plan.learnsFrom(key(i), day); h++) {
          rows += plan.keepsRow(key(i), day * 86_400_000L, h) ? 1 : 0;
        }
        judged += day >= 19_000 + days - 28 && plan.judges(key(i), day) ? 1 : 0;
      }
    }
    assertEquals(1_000_000, rows * 50, 100_000);
    assertEquals(24_000, judged * 50, 8_000);
  }

  @Test
  void theRemainderOfADayIsKeptTenTimesAsOftenAsAnotherRow() {
    OriginPlan plan = new OriginPlan(1, 0.05, 1, 1, 1);
    int kept = 0;
    for (int i = 0; i < 10_000; i++) {
      boolean remainder = plan.keepsRemainder(key(i % 100), i * 3_600_000L);
      kept += remainder ? 1 : 0;
      assertTrue(remainder || !plan.keepsRow(key(i % 100), i * 3_600_000L, 0));
    }
    assertEquals(5_000, kept, 300);
  }

  @Test
  void everyWeekdayIsMet() {
    for (long looks : new long[] {2_700_000, 5_500_000}) {
      OriginPlan plan = OriginPlan.within(looks, 1_000_000, 1, 1, 1);
      Set<Integer> weekdays = new TreeSet<>();
      for (int day = 19_000; day < 19_400; day++) {
        if (plan.learnsFrom(KEY, day)) {
          weekdays.add(day % 7);
        }
      }
      assertEquals(7, weekdays.size(), looks + " looks");
    }
  }

  @Test
  void differentSeriesAreLookedAtOnDifferentDays() {
    OriginPlan plan = new OriginPlan(5, 1, 1, 1, 1);
    Set<Boolean> seen = new TreeSet<>();
    for (int i = 0; i < 20; i++) {
      seen.add(plan.learnsFrom(key(i), 19_000));
    }
    assertTrue(seen.size() == 2);
  }
}
