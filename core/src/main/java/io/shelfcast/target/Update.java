package io.shelfcast.target;

/** What came of bringing one target up to date. */
public final class Update {
  static final Update NOTHING = new Update(null, false, false, null, false);

  private final Decision decision;
  private final boolean rescored;
  private final boolean suppressed;
  private final DayAheadError error;
  private final boolean phantom;

  Update(
      Decision decision,
      boolean rescored,
      boolean suppressed,
      DayAheadError error,
      boolean phantom) {
    this.decision = decision;
    this.rescored = rescored;
    this.suppressed = suppressed;
    this.error = error;
    this.phantom = phantom;
  }

  /** The change to tell readers, or null. */
  public Decision decision() {
    return decision;
  }

  /** Whether the forest ran. */
  public boolean rescored() {
    return rescored;
  }

  /** Whether a difference that a reader acts on was left for later. */
  public boolean suppressed() {
    return suppressed;
  }

  /** How the forecast of a day just closed did, or null. */
  public DayAheadError error() {
    return error;
  }

  /** Whether a day was just closed and the stock on hand is there by the books only, it seems. */
  public boolean phantom() {
    return phantom;
  }
}
