package io.shelfcast.target;

/** What came of bringing one target up to date. */
public final class Update {
  static final Update NOTHING = new Update(null, false, false, null);

  private final Decision decision;
  private final boolean rescored;
  private final boolean suppressed;
  private final DayAheadError error;

  Update(Decision decision, boolean rescored, boolean suppressed, DayAheadError error) {
    this.decision = decision;
    this.rescored = rescored;
    this.suppressed = suppressed;
    this.error = error;
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
}
