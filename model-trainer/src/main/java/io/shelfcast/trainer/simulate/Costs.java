package io.shelfcast.trainer.simulate;

/**
 * What stock and lost sales cost, in any money.
 *
 * @param name of the figure in the JSON, after {@code cost}
 * @param holding a unit on the shelf over a night
 * @param shortage a unit wanted and not there
 */
public record Costs(String name, double holding, double shortage) {
  /** Shortage nine times as dear as holding. */
  public static final Costs NINE = new Costs("9", 1, 9);

  /** Shortage nineteen times as dear. */
  public static final Costs NINETEEN = new Costs("19", 1, 19);

  /** For readers. */
  public String title() {
    return name.isEmpty() ? "own" : name + " : 1";
  }
}
