package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.event.Windows;
import io.shelfcast.stock.OnHand;
import io.shelfcast.stock.OpenOrders;
import io.shelfcast.stock.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
 * @see io.shelfcast.feature.Features what the model sees of it
 */
public final class StoreProduct {
  private final StoreProductKey key;
  private final Memory memory;

  public StoreProduct(StoreProductKey key, Memory memory) {
    this.key = key;
    this.memory = memory;
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
    return hot().closedThrough == HotState.NEVER;
  }

  /** The business day that is not closed yet; undefined while {@link #isNew()}. */
  public int openDay() {
    return hot().closedThrough + 1;
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

  /** Planned price cut on a day in 1/10,000. */
  public int plannedDiscount(int day) {
    return hot().promotions.discountOn(day);
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
    int day = store.businessDay(event.occurredAt());
    if (isNew()) {
      hot().closedThrough = day - 1;
    }
    Fate fate = event.type() == EventType.DAY ? applyDay(event, day, store) : admit(event, day);
    if (fate != Fate.APPLIED) {
      return fate;
    }
    if (event.type() != EventType.DAY) {
      closeThrough(day - 1, store);
      take(event, day, store);
    }
    HotState hot = hot();
    hot.eventsApplied++;
    hot.newestAt = Math.max(hot.newestAt, event.occurredAt());
    return fate;
  }

  private Fate admit(Event event, int day) {
    if (day < windowStart() || isOnBackfilledDay(event, day)) {
      return Fate.TOO_OLD;
    }
    if (memory.journal().get(JournalKey.of(Stamp.of(event))) != null) {
      return Fate.DUPLICATE;
    }
    boolean fits = !event.has(Field.ORDER_ID) || orders().hasRoomFor(event.text(Field.ORDER_ID));
    return fits ? Fate.APPLIED : Fate.REFUSED;
  }

  /** A day that came whole from back-fill takes no single sales beside. */
  private boolean isOnBackfilledDay(Event event, int day) {
    switch (event.type()) {
      case VOID:
        int voidsDay = (int) event.number(Field.VOIDS_DAY);
        return voidsDay < windowStart() || isBackfilled(voidsDay);
      case SALE:
      case AVAILABILITY:
        return isBackfilled(day);
      default:
        return false;
    }
  }

  private boolean isBackfilled(int day) {
    return day <= hot().closedThrough && history().has(day) && history().day(day).isBackfilled();
  }

  private int windowStart() {
    return hot().closedThrough - Windows.REPAIR_DAYS + 1;
  }

  private Fate applyDay(Event event, int day, StoreFacts store) {
    HotState hot = hot();
    if (day > hot.closedThrough) {
      if (day == openDay() && hot.today.sales() > 0) {
        return Fate.TOO_OLD;
      }
      closeThrough(day - 1, store);
      hot.today.setBackfilled(event);
      closeThrough(day, store);
      return Fate.APPLIED;
    }
    if (day <= hot.closedThrough - Windows.HISTORY_DAYS) {
      return Fate.TOO_OLD;
    }
    DayTotals totals = history().repair(day, hot.closedThrough);
    if (totals.sales() > 0 && !totals.isBackfilled()) {
      return Fate.TOO_OLD;
    }
    totals.setBackfilled(event);
    historyRepaired();
    return Fate.APPLIED;
  }

  private void take(Event event, int day, StoreFacts store) {
    Stamp stamp = Stamp.of(event);
    JournalEntry entry = JournalEntry.of(event, stamp);
    HotState hot = hot();
    switch (event.type()) {
      case SALE:
        entry = takeSale(entry, day);
        break;
      case VOID:
        entry = takeVoid(event, stamp, store);
        break;
      case RETURN:
      case ADJUST:
        move(entry);
        break;
      case RECEIPT:
        move(entry);
        if (event.has(Field.ORDER_ID)) {
          hot.orders.receive(event, day);
        }
        break;
      case COUNT:
        takeCount(entry);
        break;
      case ORDER:
        hot.orders.order(event, stamp, day);
        break;
      case AVAILABILITY:
        addReported(entry, day, store);
        break;
      case POLICY:
        if (hot.policy == null || stamp.isAfter(hot.policy.stamp())) {
          hot.policy = Policy.of(event, stamp);
        }
        break;
      case PROMOTION:
        hot.promotions.add(event, stamp, day);
        hot.forecastStale = true;
        break;
      case PRODUCT:
        if (stamp.isAfter(hot.product.stamp())) {
          hot.product = ProductFacts.of(event, stamp);
          hot.forecastStale = true;
        }
        break;
      default:
        throw new IllegalArgumentException(event.type() + " is not about a store-product");
    }
    memory.journal().put(JournalKey.of(stamp), entry);
    if (day <= hot.closedThrough) {
      totals(day);
      repairWindow(store);
    }
  }

  /** The totals of the open day or of a closed one inside the window. */
  private DayTotals totals(int day) {
    HotState hot = hot();
    if (day > hot.closedThrough) {
      return hot.today;
    }
    historyRepaired();
    return history().repair(day, hot.closedThrough);
  }

  private void historyRepaired() {
    hot().closedDaysStale = true;
    hot().forecastStale = true;
    memory.historyChanged();
  }

  private JournalEntry takeSale(JournalEntry sale, int day) {
    move(sale);
    hot().forecastStale = true;
    if (isVoided(sale, day)) {
      return sale.voided();
    }
    totals(day).addSale(sale.quantity(), sale.unitPrice(), sale.isPromotion(), 1);
    return sale;
  }

  /** Whether a void that came earlier names this sale; if so, the goods are given back. */
  private boolean isVoided(JournalEntry sale, int day) {
    if (hot().voidMarks == 0) {
      return false;
    }
    JournalEntry mark = memory.journal().get(JournalKey.ofVoided(sale.stamp(), day));
    if (mark != null) {
      JournalEntry giveBack = JournalEntry.ofVoid(mark.stamp(), sale.quantity());
      memory.journal().put(JournalKey.of(mark.stamp()), giveBack);
      move(giveBack);
    }
    return mark != null;
  }

  /** The earliest void of a sale is the one that counts; others change nothing. */
  private JournalEntry takeVoid(Event event, Stamp stamp, StoreFacts store) {
    int voidsDay = (int) event.number(Field.VOIDS_DAY);
    String saleId = event.text(Field.VOIDS_EVENT_ID);
    JournalKey markKey = JournalKey.ofVoided(Stamp.of(0, saleId), voidsDay);
    JournalEntry mark = memory.journal().get(markKey);
    JournalEntry none = JournalEntry.ofVoid(stamp, 0);
    if (mark != null && !mark.stamp().isAfter(stamp)) {
      return none;
    }
    memory.journal().put(markKey, JournalEntry.markOf(stamp));
    if (mark != null) {
      return replaceVoid(mark.stamp(), stamp);
    }
    hot().voidMarks++;
    JournalKey saleKey = findSale(saleId, voidsDay);
    JournalEntry sale = saleKey == null ? null : memory.journal().get(saleKey);
    if (sale == null || store.businessDay(sale.stamp().at()) != voidsDay) {
      return none;
    }
    memory.journal().put(saleKey, sale.voided());
    totals(voidsDay).addSale(sale.quantity(), sale.unitPrice(), sale.isPromotion(), -1);
    hot().forecastStale = true;
    JournalEntry giveBack = JournalEntry.ofVoid(stamp, sale.quantity());
    move(giveBack);
    return giveBack;
  }

  private JournalEntry replaceVoid(Stamp later, Stamp earlier) {
    JournalKey laterKey = JournalKey.of(later);
    JournalEntry was = memory.journal().get(laterKey);
    JournalEntry now = JournalEntry.ofVoid(earlier, was.quantity());
    memory.journal().put(laterKey, JournalEntry.ofVoid(later, 0));
    if (was.stamp().isAfter(hot().newestCount)) {
      hot().stock.move(-was.quantity());
    }
    move(now);
    return now;
  }

  /** A sale of a business day lies on that UTC day or one beside it. */
  private JournalKey findSale(String eventId, int businessDay) {
    for (int day = businessDay - 1; day <= businessDay + 1; day++) {
      JournalKey at = JournalKey.of(Stamp.of(day * 86_400_000L, eventId));
      JournalEntry found = memory.journal().get(at);
      if (found != null && found.type() == EventType.SALE && !found.isVoided()) {
        return at;
      }
    }
    return null;
  }

  private void move(JournalEntry entry) {
    if (entry.stamp().isAfter(hot().newestCount)) {
      hot().stock.move(entry.movement());
    }
  }

  private void takeCount(JournalEntry count) {
    HotState hot = hot();
    if (!count.stamp().isAfter(hot.newestCount)) {
      return;
    }
    hot.newestCount = count.stamp();
    hot.stock.count(count.quantity());
    if (hot.newestAt >= count.stamp().at()) {
      memory
          .journal()
          .forEach(
              (at, entry) -> {
                if (entry.stamp().isAfter(count.stamp())) {
                  hot.stock.move(entry.movement());
                }
              });
    }
  }

  /** Adds the reported interval to its days, up to the day it was reported on. */
  private void addReported(JournalEntry report, int day, StoreFacts store) {
    for (int d = Math.max(windowStart(), store.businessDay(report.from())); d <= day; d++) {
      long from = Math.max(report.from(), store.tradingFrom(d));
      long to = Math.min(report.to(), store.tradingTo(d));
      if (to > from && !isBackfilled(d)) {
        long length = store.tradingTo(d) - store.tradingFrom(d);
        totals(d).addReportedOut((to - from) * report.stockoutShare() / length);
      }
    }
  }

  /**
   * Closes the open day and those after it, up to and including the given one. A day without sales
   * closes as zero, without stock as censored, with the store shut as closed. Does nothing if the
   * day is closed already or nothing was ever seen.
   */
  public void closeThrough(int day, StoreFacts store) {
    follow(store);
    HotState hot = hot();
    if (isNew() || day <= hot.closedThrough) {
      return;
    }
    if (day - hot.closedThrough > Windows.HISTORY_DAYS) {
      closeOpenDay(store);
      hot.closedThrough = day - Windows.HISTORY_DAYS;
      history().skipTo(hot.closedThrough);
    }
    while (hot.closedThrough < day) {
      closeOpenDay(store);
    }
    historyRepaired();
  }

  private void closeOpenDay(StoreFacts store) {
    HotState hot = hot();
    int closing = hot.closedThrough + 1;
    DayTotals totals = hot.today;
    totals.setPlan(store.isPlannedClosed(closing), hot.promotions.discountOn(closing));
    history().append(closing, totals);
    hot.today = new DayTotals();
    hot.closedThrough = closing;
    foldStock(closing, store);
    expire();
  }

  /** Folds into the window's start what can no longer be repaired, and forgets it. */
  private void expire() {
    int before = windowStart() - 1;
    List<JournalKey> old = new ArrayList<>();
    List<JournalEntry> stockChanges = new ArrayList<>();
    memory
        .journal()
        .forEach(
            (at, entry) -> {
              if (at.day() < before) {
                old.add(at);
                if (entry.isMark()) {
                  hot().voidMarks--;
                } else if (entry.touchesStock()) {
                  stockChanges.add(entry);
                }
              }
            });
    foldInto(hot().stockAtWindow, stockChanges, entry -> {});
    old.forEach(memory.journal()::remove);
    orders().forget(windowStart());
    hot().promotions.forget(windowStart());
  }

  private static void foldInto(
      OnHand onHand, List<JournalEntry> entries, Consumer<JournalEntry> beforeEach) {
    entries.sort((x, y) -> x.stamp().compareTo(y.stamp()));
    for (JournalEntry entry : entries) {
      beforeEach.accept(entry);
      if (entry.type() == EventType.COUNT) {
        onHand.count(entry.quantity());
      } else {
        onHand.move(entry.movement());
      }
    }
  }

  /** Plans and stockouts of all closed days in the window, anew. */
  private void repairWindow(StoreFacts store) {
    for (int day = oldestRepairable(); day <= hot().closedThrough; day++) {
      totals(day).setPlan(store.isPlannedClosed(day), hot().promotions.discountOn(day));
    }
    foldStock(oldestRepairable(), store);
  }

  /** The first day of the window that is known; the open day while none is. */
  private int oldestRepairable() {
    return Math.min(openDay(), Math.max(windowStart(), history().oldestKept()));
  }

  /** For closed days from the given one on: the share of trading hours the ledger was empty. */
  private void foldStock(int firstDay, StoreFacts store) {
    HotState hot = hot();
    if (!hot.stock.isKnown() && !hot.stockAtWindow.isKnown()) {
      return;
    }
    List<JournalEntry> changes = new ArrayList<>();
    memory
        .journal()
        .forEach(
            (at, entry) -> {
              if (!entry.isMark() && entry.touchesStock()) {
                changes.add(entry);
              }
            });
    EmptyShelf empty = new EmptyShelf(firstDay, hot.closedThrough, store);
    OnHand onHand = hot.stockAtWindow.copy();
    foldInto(onHand, changes, next -> empty.until(next.stamp().at(), onHand.isEmpty()));
    empty.until(store.startOf(hot.closedThrough + 1), onHand.isEmpty());
    for (int day = firstDay; day <= hot.closedThrough; day++) {
      history().repair(day, hot.closedThrough).setLedgerOut(empty.share(day));
    }
  }

  /**
   * Takes in what is newly known of the store. A corrected zone moves events of the window to other
   * business days, so that the window is folded anew from the journal.
   */
  public void follow(StoreFacts store) {
    HotState hot = hot();
    if (hot.storeRevision == store.revision()) {
      return;
    }
    hot.storeRevision = store.revision();
    if (isNew()) {
      return;
    }
    List<JournalEntry> entries = new ArrayList<>();
    memory.journal().forEach((at, entry) -> entries.add(entry));
    int lastDay = hot.closedThrough;
    for (JournalEntry entry : entries) {
      lastDay = entry.isMark() ? lastDay : Math.max(lastDay, dayOf(entry, store));
    }
    closeThrough(lastDay - 1, store);
    for (int d = oldestRepairable(); d <= openDay(); d++) {
      totals(d).clearEvents();
    }
    for (JournalEntry entry : entries) {
      int day = Math.max(windowStart(), dayOf(entry, store));
      if (entry.type() == EventType.SALE && !entry.isVoided() && !isBackfilled(day)) {
        if (isVoided(entry, day)) {
          memory.journal().put(JournalKey.of(entry.stamp()), entry.voided());
        } else {
          totals(day).addSale(entry.quantity(), entry.unitPrice(), entry.isPromotion(), 1);
        }
      } else if (entry.type() == EventType.AVAILABILITY) {
        addReported(entry, day, store);
      }
    }
    historyRepaired();
    repairWindow(store);
  }

  private static int dayOf(JournalEntry entry, StoreFacts store) {
    return store.businessDay(entry.stamp().at());
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
    if (hot.closedDaysStale || memory.closedDays() == null) {
      memory.setClosedDays(ClosedDays.of(history(), hot.closedThrough));
      hot.closedDaysStale = false;
    }
    return memory.closedDays();
  }
}
