package io.shelfcast.demand;

/** The ids of a store's events that may still be repeated. */
public interface SeenEvents {
  boolean contains(JournalKey key);

  void add(JournalKey key);

  /** Forgets those of UTC days before the given one. */
  void forgetBefore(int day);
}
