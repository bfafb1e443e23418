package io.shelfcast.job;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.Field;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.functions.MapFunction;

/** Lets all events through but the last, so that the input does not end before something is. */
final class HeldLast implements MapFunction<Arrival, Arrival> {
  private static final long serialVersionUID = 1;
  private static final long PATIENCE_NS = 60_000_000_000L;

  /** Of the one job that runs at a time in this JVM. */
  private static volatile BooleanSupplier mayEnd;

  private final String lastId;

  private HeldLast(String lastId) {
    this.lastId = lastId;
  }

  /**
   * Holds back the last of these until something holds.
   *
   * @param arrivals the events among them with ids of their own
   */
  static HeldLast of(List<Arrival> arrivals, BooleanSupplier until) {
    mayEnd = until;
    return new HeldLast(
        arrivals.stream()
            .filter(arrival -> !arrival.isRefused())
            .map(HeldLast::id)
            .reduce("", (before, last) -> last));
  }

  private static String id(Arrival arrival) {
    return arrival.event().text(Field.EVENT_ID);
  }

  @Override
  public Arrival map(Arrival arrival) {
    long end = System.nanoTime() + PATIENCE_NS;
    while (!arrival.isRefused() && id(arrival).equals(lastId) && !mayEnd.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "the end of the input was waited for in vain");
      LockSupport.parkNanos(5_000_000);
    }
    return arrival;
  }
}
