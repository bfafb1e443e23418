package io.shelfcast.trainer.simulate;

/** Sums over the shelves of one policy at one level; quantities in 1/10,000 units. */
final class PointSums {
  private long days;
  private double demand;
  private double lost;
  private double stock;
  private long reviews;
  private long orders;
  private long cycles;
  private long cyclesServed;
  private long intervals;
  private long covered;
  private double coveredExactly;
  private long levelDays;
  private long moves;
  private double levels;
  private double moved;

  /**
   * A day that counts.
   *
   * @param left on the shelf in the evening
   */
  void addDay(long wanted, long sold, long left) {
    days++;
    demand += wanted;
    lost += wanted - sold;
    stock += left;
  }

  void addReview(long ordered) {
    reviews++;
    orders += ordered > 0 ? 1 : 0;
  }

  /** What lies between two deliveries. */
  void addCycle(boolean hasLost) {
    cycles++;
    cyclesServed += hasLost ? 0 : 1;
  }

  /**
   * A protection interval.
   *
   * @param isCovered whether its demand was within the position after ordering
   * @param exactly the same of the level before rounding, from 0 to 1
   */
  void addInterval(boolean isCovered, double exactly) {
    intervals++;
    covered += isCovered ? 1 : 0;
    coveredExactly += exactly;
  }

  /** How the order-up-to level went on from one morning to the next. */
  void addLevel(long before, long now) {
    levelDays++;
    levels += before;
    moves += before == now ? 0 : 1;
    moved += Math.abs(now - before);
  }

  void join(PointSums other) {
    days += other.days;
    demand += other.demand;
    lost += other.lost;
    stock += other.stock;
    reviews += other.reviews;
    orders += other.orders;
    cycles += other.cycles;
    cyclesServed += other.cyclesServed;
    intervals += other.intervals;
    covered += other.covered;
    coveredExactly += other.coveredExactly;
    levelDays += other.levelDays;
    moves += other.moves;
    levels += other.levels;
    moved += other.moved;
  }

  /** The sums as means; see {@link Point} for units. */
  Point point(double level, double z) {
    double unitDays = days * 10_000d;
    return new Point(
        level,
        z,
        stock / unitDays,
        demand / unitDays,
        lost / unitDays,
        cyclesServed / (double) cycles,
        covered / (double) intervals,
        coveredExactly / intervals,
        orders / (double) reviews,
        moved / levels,
        moves / (double) levelDays);
  }

  long days() {
    return days;
  }
}
