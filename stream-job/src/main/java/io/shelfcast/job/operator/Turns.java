package io.shelfcast.job.operator;

import io.shelfcast.event.StoreProductKey;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which store-products of one subtask readers were told of in their present turn, so that each is
 * written once a turn at most. Holds one entry for each write of the last turn; a restart forgets
 * them, and then tells readers a little sooner, and a held close with the next event or close.
 *
 * @see TargetRules#endOfTurn
 */
final class Turns {
  /** Ends of the turns, the one told longest ago first. */
  private final Map<StoreProductKey, Long> told = new LinkedHashMap<>();

  private final Set<StoreProductKey> closing = new HashSet<>();

  /** Whether readers were told in the turn that holds this time. */
  boolean isTold(StoreProductKey key, long now) {
    Long end = told.get(key);
    return end != null && now < end;
  }

  void told(StoreProductKey key, long now, long endOfTurn) {
    told.remove(key);
    told.put(key, endOfTurn);
    Iterator<Long> ends = told.values().iterator();
    while (ends.hasNext() && ends.next() <= now) {
      ends.remove();
    }
  }

  /** Notes that a day was closed in a turn in which readers had been told. */
  void endWithClose(StoreProductKey key) {
    closing.add(key);
  }

  /** Whether it was, since this was last asked. */
  boolean endsWithClose(StoreProductKey key) {
    return closing.remove(key);
  }
}
