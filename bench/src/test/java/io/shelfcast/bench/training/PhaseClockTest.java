package io.shelfcast.bench.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.trainer.Progress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhaseClockTest {
  private static final long TICK = 1_000_000_000;

  private long now;
  private final PhaseClock clock = new PhaseClock(() -> now);

  private void tick() {
    now += TICK;
  }

  private void plain(String name) {
    try (Progress.Stage stage = clock.stage(name, 1)) {
      tick();
      stage.at(1);
    }
  }

  private void growth(String name, int trees) {
    try (Progress.Stage stage = clock.stage(name, trees)) {
      tick();
      for (int tree = 1; tree <= trees; tree++) {
        tick();
        stage.at(tree);
      }
    }
    tick();
  }

  @Test
  void eachStageCountsForItsPhase() {
    plain("reading manifest-0000000001");
    plain("survey");
    plain("rows");
    growth("calibration model 1", 3);
    growth("final model", 2);
    Map<Phase, PhaseClock.Spent> spent = clock.end();
    assertTicks(1, spent, Phase.READING);
    assertTicks(2, spent, Phase.ROWS);
    assertTicks(2, spent, Phase.MATRIX);
    assertTicks(5, spent, Phase.XGBOOST);
    assertTicks(1, spent, Phase.CALIBRATION);
    assertTicks(1, spent, Phase.PUBLISHING);
    spent.values().forEach(each -> assertTrue(each.megabytes() > 0));
  }

  private static void assertTicks(int ticks, Map<Phase, PhaseClock.Spent> spent, Phase phase) {
    assertEquals(ticks, spent.get(phase).seconds(), 1e-9, phase.json());
  }
}
