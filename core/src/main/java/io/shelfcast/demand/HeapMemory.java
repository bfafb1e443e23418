package io.shelfcast.demand;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** A {@link Memory} on the heap. */
public final class HeapMemory implements Memory {
  private final HotState hot = new HotState();
  private final DemandHistory history = new DemandHistory();
  private final Journal journal = new HeapJournal();
  private ClosedDays closedDays;

  @Override
  public HotState hot() {
    return hot;
  }

  @Override
  public DemandHistory history() {
    return history;
  }

  @Override
  public void historyChanged() {
    // the heap holds the object itself
  }

  @Override
  public ClosedDays closedDays() {
    return closedDays;
  }

  @Override
  public void setClosedDays(ClosedDays summary) {
    closedDays = summary;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  private static final class HeapJournal implements Journal {
    private final Map<JournalKey, JournalEntry> entries = new HashMap<>();

    @Override
    public JournalEntry get(JournalKey key) {
      return entries.get(key);
    }

    @Override
    public void put(JournalKey key, JournalEntry entry) {
      entries.put(key, entry);
    }

    @Override
    public void remove(JournalKey key) {
      entries.remove(key);
    }

    @Override
    public void forEach(BiConsumer<JournalKey, JournalEntry> visitor) {
      entries.forEach(visitor);
    }
  }
}
