package io.shelfcast.trainer.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Shelves small enough to be kept by hand. */
class ShelfTest {
  private static final long ONE = 10_000;

  private static Point keep(ShelfDays days, Terms terms, long... levels) {
    PointSums sums = new PointSums();
    long[] inTenThousandths = Arrays.stream(levels).map(units -> units * ONE).toArray();
    double[] exact = Arrays.stream(levels).asDoubleStream().toArray();
    Shelf.keep(days, terms, inTenThousandths, exact, sums);
    return sums.point(0.9, Double.NaN);
  }

  private static long[] units(long... units) {
    return Arrays.stream(units).map(each -> each * ONE).toArray();
  }

  private static boolean[] all(int days) {
    boolean[] all = new boolean[days];
    Arrays.fill(all, true);
    return all;
  }

  private static int[] leads(int days, int lead) {
    int[] leads = new int[days];
    Arrays.fill(leads, lead);
    return leads;
  }

  private static Terms terms(int lead, int review, long packUnits) {
    return new Terms(lead, 0, review, packUnits * ONE, 1);
  }

  @Test
  void whatIsOrderedInTheMorningArrivesAfterTheLeadTimeAndWhatIsMissingIsLost() {
    ShelfDays days = new ShelfDays(units(2, 1, 4, 0, 3), all(5), all(5), leads(5, 2), 0, ONE);
    Point point = keep(days, terms(2, 1, 1), 5, 5, 5, 5, 5);
    assertEquals((3 + 2 + 0 + 2 + 0) / 5d, point.averageStock(), 1e-12, "in the evenings");
    assertEquals(0.8, point.fillRate(), 1e-12, "two of ten are lost on the third day");
    assertEquals(3 / 5d, point.orders(), 1e-12, "on the second, third and fourth day");
    assertEquals(2 / 3d, point.cycleService(), 1e-12, "of the third, fourth and fifth day");
    assertEquals(1 / 3d, point.covered(), 1e-12, "three days ask for 7, 5 and 7 of 5");
    assertEquals(0.5 / 3, point.coveredExactly(), 1e-12, "a level of 5 is amid the step of 5");
    assertEquals(7 / 10d, point.daysOfSupply(), 1e-12);
    assertEquals(1.4 + 9 * 2 / 5d, point.cost(1, 9), 1e-12);
    assertEquals(0, point.churn() + point.moves(), 1e-12);
  }

  @Test
  void ordersAreMadeAtReviewsOnlyAndInWholePacks() {
    boolean[] reviewed = {true, false, true, false};
    ShelfDays days = new ShelfDays(units(2, 2, 2, 2), all(4), reviewed, leads(4, 0), 0, ONE);
    Point point = keep(days, terms(0, 2, 4), 3, 3, 3, 3);
    assertEquals((1 + 0 + 2 + 0) / 4d, point.averageStock(), 1e-12, "a pack of 4 came for 3");
    assertEquals(7 / 8d, point.fillRate(), 1e-12);
    assertEquals(1 / 2d, point.orders(), 1e-12);
    assertEquals(1 / 2d, point.cycleService(), 1e-12);
  }

  @Test
  void warmUpAndDaysOfUnknownDemandDoNotCountNorWhatReachesIntoThem() {
    boolean[] known = {true, true, true, false, true};
    ShelfDays days = new ShelfDays(units(9, 1, 1, 1, 1), known, all(5), leads(5, 0), 1, ONE);
    Point point = keep(days, terms(0, 1, 1), 2, 2, 2, 2, 2);
    assertEquals(1, point.averageStock(), 1e-12);
    assertEquals(1, point.fillRate(), 1e-12, "the nine of the first day do not count");
    assertEquals(1, point.demand(), 1e-12);
    assertEquals(1, point.cycleService(), 1e-12);
  }

  @Test
  void anOrderMayOvertakeAnEarlierOne() {
    int[] leads = {0, 3, 1, 1, 1};
    ShelfDays days = new ShelfDays(units(2, 2, 0, 2, 0), all(5), all(5), leads, 0, ONE);
    Point point = keep(days, terms(1, 1, 1), 2, 4, 6, 6, 6);
    // evenings: 0; 0, ordered 4 for the fifth day; 0, ordered 2 for the fourth; 0; 4 and what the
    // fourth morning ordered: nothing, then 2 more are on the way
    assertEquals(4 / 5d, point.averageStock(), 1e-12);
    assertEquals(1 - 2 / 6d, point.fillRate(), 1e-12, "the second day's two are lost");
  }

  @Test
  void churnIsWhatALevelMovesOverWhatItIs() {
    ShelfDays days = new ShelfDays(units(0, 0, 0, 0), all(4), all(4), leads(4, 0), 0, ONE);
    Point point = keep(days, terms(0, 1, 1), 4, 4, 6, 3);
    assertEquals((2 + 3) / 14d, point.churn(), 1e-12);
    assertEquals(2 / 3d, point.moves(), 1e-12);
  }
}
