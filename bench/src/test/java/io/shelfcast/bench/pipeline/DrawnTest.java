package io.shelfcast.bench.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DrawnTest {
  private static final int DRAWS = 100_000;

  @Test
  void numbersAreDrawnAsOftenAsTheirWeightsSay() {
    Drawn drawn = new Drawn(new double[] {1, 0, 3}, 5);
    int[] counts = new int[3];
    for (int i = 0; i < DRAWS; i++) {
      counts[drawn.next()]++;
    }
    assertEquals(DRAWS / 4.0, counts[0], DRAWS / 100.0);
    assertEquals(0, counts[1]);
    assertEquals(DRAWS * 3 / 4.0, counts[2], DRAWS / 100.0);
  }

  @Test
  void byZipfsLawTheTenthOfTheFirstHasTheWeightThatTheExponentSays() {
    double[] weights = Drawn.zipf(100, 0.8);
    assertEquals(Math.pow(10, 0.8), weights[0] / weights[9], 1e-9);
  }
}
