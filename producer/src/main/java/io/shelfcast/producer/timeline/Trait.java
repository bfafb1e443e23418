package io.shelfcast.producer.timeline;

/** What is peculiar about a record on its way, so that the ledger can tell. */
public enum Trait {
  NORMAL,
  /** Sent long after it happened. */
  LATE,
  /** The same bytes as a record sent before. */
  DUPLICATE,
  /** Spoiled on purpose. */
  MALFORMED
}
