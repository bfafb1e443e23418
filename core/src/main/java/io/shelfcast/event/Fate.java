package io.shelfcast.event;

/** What became of a record; each record has exactly one. */
public enum Fate {
  /** Taken into state and archived. */
  APPLIED,
  /** Its eventId was applied within the last {@link Windows#REPAIR_DAYS} business days. */
  DUPLICATE,
  /** Malformed, kept with its reason and raw bytes. */
  REFUSED,
  /** Older than the repair window: archived, taken into state only by a rebuild. */
  TOO_OLD
}
