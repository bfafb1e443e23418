package io.shelfcast.demand;

import java.util.function.BiConsumer;

/**
 * The events of one store-product that can still be repaired or repeated: those of the open day and
 * of the {@link io.shelfcast.event.Windows#REPAIR_DAYS} closed days before it.
 */
public interface Journal {
  /** The entry, or null. */
  JournalEntry get(JournalKey key);

  void put(JournalKey key, JournalEntry entry);

  void remove(JournalKey key);

  /** Visits every entry, in any order; the visitor must not change the journal. */
  void forEach(BiConsumer<JournalKey, JournalEntry> visitor);
}
