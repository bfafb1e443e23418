package io.shelfcast.trainer.contest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.trainer.boost.TrainingFailed;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FoldPlanTest {
  private static FoldPlan plan(int days, int... championThrough) {
    OptionalInt champion =
        championThrough.length == 0 ? OptionalInt.empty() : OptionalInt.of(championThrough[0]);
    return FoldPlan.of(1, days, champion);
  }

  @Test
  void longDataIsJudgedOnItsLastTwelveWeeks() {
    assertEquals(List.of(916, 944, 972), plan(1000).cuts());
  }

  @Test
  void shortDataHasShortFolds() {
    assertEquals(List.of(14, 21, 28), plan(35).cuts());
    assertThrows(TrainingFailed.class, () -> plan(34));
  }

  @Test
  void theContestTakesTheLaterHalfOfWhatTheChampionHasNotSeen() {
    assertEquals(972, plan(1000, 800).contestCut());
    assertEquals(975, plan(1000, 950).contestCut());
    assertEquals(993, plan(1000, 985).contestCut());
    assertEquals(993, plan(1000, 993).contestCut());
    assertTrue(plan(1000, 993).isContestFair(993));
  }

  @Test
  void aChampionThatKnowsAllButAFewDaysCannotBeJudgedFairly() {
    FoldPlan plan = plan(1000, 994);
    assertEquals(972, plan.contestCut());
    assertFalse(plan.isContestFair(994));
  }

  @Test
  void anOriginBelongsToTheFoldWhoseModelKnowsTheDayBeforeIt() {
    FoldPlan plan = plan(1000);
    assertEquals(-1, plan.foldOf(916));
    assertEquals(0, plan.foldOf(917));
    assertEquals(0, plan.foldOf(944));
    assertEquals(1, plan.foldOf(945));
    assertEquals(plan.contest(), plan.foldOf(973));
    assertEquals(plan.contest(), plan.foldOf(1000));
  }
}
