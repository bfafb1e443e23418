package io.shelfcast.demand;

/**
 * Where the state of one store-product is kept, split by how often it is touched. The stream job
 * backs it with keyed state, the trainer and tests with the heap.
 *
 * <p>Objects handed out are changed in place; the {@code …Changed} calls say what to write back.
 */
public interface Memory {
  /** Touched by each event; never null. */
  HotState hot();

  /** Touched at day close and on repairs; never null. */
  DemandHistory history();

  void historyChanged();

  /** Touched when the forest runs; null until first set. */
  ClosedDays closedDays();

  void setClosedDays(ClosedDays summary);

  Journal journal();
}
