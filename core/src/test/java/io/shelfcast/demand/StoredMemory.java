package io.shelfcast.demand;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;

/**
 * A {@link Memory} that keeps nothing but bytes from one turn to the next, as a store on disk does:
 * what is not written back is lost.
 */
final class StoredMemory implements Memory {
  private interface Read<T> {
    T from(DataInput in) throws IOException;
  }

  private interface Write {
    void to(DataOutput out) throws IOException;
  }

  private final Journal journal = new HeapMemory().journal();
  private byte[] hotBytes = bytes(new HotState()::write);
  private byte[] historyBytes = bytes(new DemandHistory()::write);
  private byte[] closedDaysBytes;
  private HotState hot;
  private DemandHistory history;
  private boolean historyChanged;

  /** Ends a turn. */
  void store() {
    hotBytes = bytes(hot()::write);
    if (historyChanged) {
      historyBytes = bytes(history()::write);
    }
    hot = null;
    history = null;
    historyChanged = false;
  }

  @Override
  public HotState hot() {
    hot = hot == null ? read(hotBytes, HotState::read) : hot;
    return hot;
  }

  @Override
  public DemandHistory history() {
    history = history == null ? read(historyBytes, DemandHistory::read) : history;
    return history;
  }

  @Override
  public void historyChanged() {
    historyChanged = true;
  }

  @Override
  public ClosedDays closedDays() {
    return closedDaysBytes == null ? null : read(closedDaysBytes, ClosedDays::read);
  }

  @Override
  public void setClosedDays(ClosedDays summary) {
    closedDaysBytes = bytes(summary::write);
  }

  @Override
  public Journal journal() {
    return new Journal() {
      @Override
      public JournalEntry get(JournalKey key) {
        return journal.get(key);
      }

      @Override
      public void put(JournalKey key, JournalEntry entry) {
        journal.put(key, read(bytes(entry::write), JournalEntry::read));
      }

      @Override
      public void remove(JournalKey key) {
        journal.remove(key);
      }

      @Override
      public void forEach(BiConsumer<JournalKey, JournalEntry> visitor) {
        journal.forEach(visitor);
      }
    };
  }

  private static byte[] bytes(Write write) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write.to(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(byte[] bytes, Read<T> read) {
    try {
      return read.from(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
