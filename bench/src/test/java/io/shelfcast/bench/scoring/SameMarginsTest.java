package io.shelfcast.bench.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.shelfcast.local.Problem;
import io.shelfcast.trainer.boost.Recipe;
import io.shelfcast.trainer.boost.TrainingRows;
import io.shelfcast.trainer.boost.TreeTrainer;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameMarginsTest {
  private static final int FORECASTS = 4;

  private final Random random = new Random(7);

  private float[] rows(int count) {
    float[] rows = new float[count * ScoringCase.FEATURES];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = random.nextInt(10) == 0 ? Float.NaN : random.nextFloat();
    }
    return rows;
  }

  private ScoringCase grown(int trees) {
    TrainingRows learning = new TrainingRows(ScoringCase.FEATURES);
    float[] rows = rows(1000);
    for (int i = 0; i < 1000; i++) {
      int offset = i * ScoringCase.FEATURES;
      learning.add(rows, offset, Float.isNaN(rows[offset]) ? 0 : rows[offset], 1, i % 400);
    }
    Recipe recipe = Recipe.forRows(1000, 1).withTrees(trees);
    byte[] ubj = new TreeTrainer(1, (grown, of) -> {}).grow(learning, day -> true, recipe).ubj();
    return new ScoringCase(ubj, rows(FORECASTS * ScoringCase.ROWS));
  }

  @Test
  void allScorersGiveTheSameMargins(@TempDir Path folder) throws Exception {
    grown(20).write(folder);
    ScoringCase scoring = ScoringCase.read(folder);
    int compared = new SameMargins(new Scorers(scoring.ubj())).check(scoring);
    assertEquals(2 * FORECASTS * ScoringCase.ROWS, compared);
  }

  @Test
  void anotherModelIsNoticed() throws Exception {
    ScoringCase scoring = grown(20);
    Scorers mixed = new Scorers(scoring.ubj(), grown(21).ubj());
    Problem problem = assertThrows(Problem.class, () -> new SameMargins(mixed).check(scoring));
    assertEquals("The scorers disagree on row 0", problem.getMessage().split(":")[0]);
  }
}
