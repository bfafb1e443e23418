package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Stamp;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.event.Windows;
import io.shelfcast.stock.OnHand;
import io.shelfcast.stock.OpenOrders;
import io.shelfcast.stock.Policy;

/**
 * One product in one store: takes in events and closes days.
 *
 * <p>The state it ends in is a function of the <em>set</em> of events applied and of the last
 * closed day, not of the order in which events came, as long as each came within the repair window.
 * Three things make it so: totals are sums of whole numbers; whatever says "newest" is decided by
 * {@link Stamp}; and the stock of past instants is folded anew from the journal when a late event
 * touches it.
 *
 * <p>Not safe for use by several threads.
 *
 * @see EventIntake what an event changes
 * @see DayClose what happens at the end of a day
 * @see io.shelfcast.feature.Features what the model sees of it
 */
public final class StoreProduct {
  private final StoreProductKey key;
  private final Memory memory;
  private final DayClose close;
  private final EventIntake intake;
  private final Backfill backfill;
  private final WindowRefold refold;

  public StoreProduct(StoreProductKey key, Memory memory) {
    this.key = key;
    this.memory = memory;
    RepairWindow window = new RepairWindow(memory);
    StockLedger ledger = new StockLedger(memory);
    Sales sales = new Sales(memory, window, ledger);
    close = new DayClose(memory, window, ledger);
    intake = new EventIntake(memory, window, ledger, sales, close);
    backfill = new Backfill(memory, window, close);
    refold = new WindowRefold(memory, window, sales, close);
  }

  /** One that nothing has happened to yet, on the heap. */
  public static StoreProduct inMemory(StoreProductKey key) {
    return new StoreProduct(key, new HeapMemory());
  }

  public StoreProductKey key() {
    return key;
  }

  public HotState hot() {
    return memory.hot();
  }

  public DemandHistory history() {
    return memory.history();
  }

  public Memory memory() {
    return memory;
  }

  /** Whether no event was ever applied. */
  public boolean isNew() {
    return hot().isNew();
  }

  /** The business day that is not closed yet; undefined while {@link #isNew()}. */
  public int openDay() {
    return hot().openDay();
  }

  /** The open day so far. */
  public DayTotals today() {
    return hot().today;
  }

  /** Stock on hand now. */
  public OnHand stock() {
    return hot().stock;
  }

  public OpenOrders orders() {
    return hot().orders;
  }

  /** The policy of the newest POLICY event, or the one given while there is none. */
  public Policy policy(Policy otherwise) {
    return hot().policy == null ? otherwise : hot().policy;
  }

  public ProductFacts product() {
    return hot().product;
  }

  /** The promotion planned for a day, never null: {@link PlannedPromotion#isPlanned} tells. */
  public PlannedPromotion plannedPromotion(int day) {
    return hot().promotions.on(day);
  }

  /** Events applied to it, and STORE events of its store that it has followed. */
  public long eventsApplied() {
    return hot().eventsApplied + hot().storeRevision;
  }

  /** STORE events of its store that it has followed. */
  public long storeRevision() {
    return hot().storeRevision;
  }

  /** Events applied to it alone: the ordinal of the last one in the lake. */
  public long ordinal() {
    return hot().eventsApplied;
  }

  /** Stream time as far as this store-product knows it: its newest event, or its last close. */
  public long asOf(StoreFacts store) {
    return Math.max(hot().newestAt, store.startOf(openDay()));
  }

  /**
   * Takes in one event, closing the days before its own first.
   *
   * @return what became of it; {@link Fate#REFUSED} if it would exceed {@link OpenOrders#LIMIT}
   */
  public Fate apply(Event event, StoreFacts store) {
    follow(store);
    HotState hot = hot();
    int day = store.businessDay(event.occurredAt());
    if (isNew()) {
      hot.closedThrough = day - 1;
    }
    boolean isWholeDay = event.type() == EventType.DAY;
    Fate fate = isWholeDay ? backfill.take(event, day, store) : intake.take(event, day, store);
    if (fate == Fate.APPLIED) {
      hot.eventsApplied++;
      hot.newestAt = Math.max(hot.newestAt, event.occurredAt());
    }
    return fate;
  }

  /**
   * Closes the open day and those after it, up to and including the given one. A day without sales
   * closes as zero, without stock as censored, with the store shut as closed. Does nothing if the
   * day is closed already or nothing was ever seen.
   */
  public void closeThrough(int day, StoreFacts store) {
    follow(store);
    close.through(day, store);
  }

  /**
   * Takes in what is newly known of the store. A corrected zone moves events of the window to other
   * business days, so that the window is folded anew from the journal.
   */
  public void follow(StoreFacts store) {
    refold.follow(store);
  }

  /**
   * Whether nothing happened for so long that nothing of it is worth keeping: no event within the
   * history, no stock, no open order.
   */
  public boolean isRetired(StoreFacts store) {
    HotState hot = hot();
    boolean silent = store.businessDay(hot.newestAt) <= hot.closedThrough - Windows.HISTORY_DAYS;
    return silent && hot.stock.quantity() == 0 && hot.orders.isEmpty();
  }

  /** The closed days as the forest sees them, summarised when they changed. */
  public ClosedDays closedDays() {
    HotState hot = hot();
    ClosedDays known = hot.closedDaysStale ? null : memory.closedDays();
    if (known == null || known.isOutdated()) {
      memory.setClosedDays(ClosedDays.of(history(), hot.closedThrough));
      hot.closedDaysStale = false;
    }
    return memory.closedDays();
  }
}
