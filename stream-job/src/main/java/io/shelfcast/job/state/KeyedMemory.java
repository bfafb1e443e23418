package io.shelfcast.job.state;

import io.shelfcast.demand.ClosedDays;
import io.shelfcast.demand.DemandHistory;
import io.shelfcast.demand.HotState;
import io.shelfcast.demand.Journal;
import io.shelfcast.demand.JournalEntry;
import io.shelfcast.demand.JournalKey;
import io.shelfcast.demand.Memory;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.state.WarmKeys.Warm;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/**
 * The memory of whichever store-product is being worked on, in Flink's keyed state, split by
 * temperature: an event reads and writes the hot part and single entries of the journal; the
 * history of {@link io.shelfcast.event.Windows#HISTORY_DAYS} days is touched at day close and on
 * repairs.
 *
 * <p>{@link #begin} before each key's turn, {@link #end} after it, {@link #writeBack} before each
 * checkpoint.
 */
public final class KeyedMemory implements Memory {
  /** What each event touches; every store-product has it. */
  public static final ValueStateDescriptor<HotState> HOT = descriptor("hot", Forms.HOT);

  private final ValueState<HotState> hotState;
  private final ValueState<DemandHistory> historyState;
  private final ValueState<ClosedDays> closedDaysState;
  private final MapState<JournalKey, JournalEntry> journalState;
  private final Journal journal = new StateJournal();
  private final WarmKeys keys;
  private StoreProductKey key;
  private Warm warm;
  private DemandHistory history;
  private boolean historyChanged;

  /** Writes what a key's turn changed at its end. */
  public KeyedMemory(RuntimeContext runtime) {
    this(runtime, 0, key -> {});
  }

  /**
   * Writes later, of many turns of a key the last.
   *
   * @param turnTo makes a key the current one
   */
  public KeyedMemory(RuntimeContext runtime, Consumer<StoreProductKey> turnTo) {
    this(runtime, WarmKeys.CAPACITY, turnTo);
  }

  private KeyedMemory(RuntimeContext runtime, int capacity, Consumer<StoreProductKey> turnTo) {
    hotState = runtime.getState(HOT);
    historyState = runtime.getState(descriptor("history", Forms.HISTORY));
    closedDaysState = runtime.getState(descriptor("closed-days", Forms.CLOSED_DAYS));
    journalState =
        runtime.getMapState(
            new MapStateDescriptor<>(
                "journal", BinaryType.of(Forms.JOURNAL_KEY), BinaryType.of(Forms.JOURNAL_ENTRY)));
    keys =
        new WarmKeys(
            capacity,
            (other, hot) -> {
              turnTo.accept(other);
              StateFault.change(() -> hotState.update(hot));
              turnTo.accept(key);
            });
  }

  private static <T> ValueStateDescriptor<T> descriptor(String name, Form<T> form) {
    return new ValueStateDescriptor<>(name, BinaryType.of(form));
  }

  /** Turns to the current key. */
  public void begin(StoreProductKey current) {
    key = current;
    warm = keys.get(current);
    history = null;
    historyChanged = false;
  }

  /** Keeps what the key's turn changed. */
  public void end() {
    if (historyChanged) {
      StateFault.change(() -> historyState.update(history));
    }
    if (warm != null) {
      keys.changed(key, warm);
    }
  }

  /** Takes over the hot part and all else of another memory, for a key that had nothing yet. */
  public void take(HotState hot, Memory other) {
    warm = new Warm(hot);
    history = other.history();
    historyChanged = true;
    ClosedDays summary = other.closedDays();
    if (summary != null) {
      setClosedDays(summary);
    }
    other.journal().forEach(journal::put);
  }

  /** Writes what is kept of all keys. */
  public void writeBack() {
    keys.writeBack();
  }

  /** Forgets all about the current key. */
  public void clear() {
    keys.forget(key);
    hotState.clear();
    historyState.clear();
    closedDaysState.clear();
    journalState.clear();
    begin(key);
  }

  @Override
  public HotState hot() {
    return warm().hot;
  }

  private Warm warm() {
    if (warm == null) {
      HotState stored = StateFault.read(hotState::value);
      warm = new Warm(stored == null ? new HotState() : stored);
    }
    return warm;
  }

  @Override
  public DemandHistory history() {
    if (history == null) {
      DemandHistory stored = StateFault.read(historyState::value);
      history = stored == null ? new DemandHistory() : stored;
    }
    return history;
  }

  @Override
  public void historyChanged() {
    historyChanged = true;
  }

  @Override
  public ClosedDays closedDays() {
    if (warm().closedDays == null) {
      warm().closedDays = StateFault.read(closedDaysState::value);
    }
    return warm().closedDays;
  }

  @Override
  public void setClosedDays(ClosedDays summary) {
    warm().closedDays = summary;
    StateFault.change(() -> closedDaysState.update(summary));
  }

  @Override
  public Journal journal() {
    return journal;
  }

  private final class StateJournal implements Journal {
    @Override
    public JournalEntry get(JournalKey key) {
      return StateFault.read(() -> journalState.get(key));
    }

    @Override
    public void put(JournalKey key, JournalEntry entry) {
      StateFault.change(
          () -> {
            journalState.put(key, entry);
          });
    }

    @Override
    public void remove(JournalKey key) {
      StateFault.change(
          () -> {
            journalState.remove(key);
          });
    }

    @Override
    public void forEach(BiConsumer<JournalKey, JournalEntry> visitor) {
      StateFault.change(
          () -> {
            for (Map.Entry<JournalKey, JournalEntry> entry : journalState.entries()) {
              visitor.accept(entry.getKey(), entry.getValue());
            }
          });
    }
  }
}
