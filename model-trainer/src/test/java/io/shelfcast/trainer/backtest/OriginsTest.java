package io.shelfcast.trainer.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.trainer.boost.TrainingFailed;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
  private static final int FIRST = (int) LocalDate.parse("2024-01-01").toEpochDay();
  private static final int LAST = FIRST + 199;

  @Test
  void anOriginIsTheLastKnownDayAndTheForecastBeginsOnTheNext() {
    assertEquals(
        List.of(FIRST + 60, FIRST + 91), Origins.parse("2024-03-31,2024-02-29", FIRST, LAST, 30));
  }

  @Test
  void aNumberOfOriginsIsSpacedOverTheLaterHalfWithAWholeHorizonAfterTheLast() {
    assertEquals(
        List.of(FIRST + 100, FIRST + 135, FIRST + 170), Origins.parse("3", FIRST, LAST, 30));
    assertEquals(List.of(LAST - 29), Origins.parse("1", FIRST, LAST, 30));
  }

  @Test
  void whatCannotBeIsSaidInOneSentence() {
    assertSays("--origins takes dates like 2024-03-31, or how many to choose, not soon", "soon");
    assertSays("the origin 2024-01-20 needs 35 days of data up to it", "2024-01-20");
    assertSays("the origin 2025-01-20 needs 35 days", "2025-01-20");
    assertThrows(TrainingFailed.class, () -> Origins.parse("2", FIRST, FIRST + 40, 30));
  }

  private static void assertSays(String expected, String origins) {
    TrainingFailed failed =
        assertThrows(TrainingFailed.class, () -> Origins.parse(origins, FIRST, LAST, 30));
    assertTrue(failed.getMessage().startsWith(expected), failed.getMessage());
  }
}
