package io.shelfcast.producer.send;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A stream in memory that fails single records and whole calls by a seeded coin. */
final class FakeStream implements StreamPort {
  private final List<StreamRecord> stored = new ArrayList<>();
  private final List<Integer> callSizes = new ArrayList<>();
  private final Random random;
  private final double recordFailures;
  private final double callFailures;
  private PutFault always;
  private boolean closed;

  FakeStream(long seed, double recordFailures, double callFailures) {
    this.random = new Random(seed);
    this.recordFailures = recordFailures;
    this.callFailures = callFailures;
  }

  static FakeStream faultless() {
    return new FakeStream(0, 0, 0);
  }

  synchronized void failAlways(PutFault fault) {
    always = fault;
  }

  @Override
  public synchronized List<String> put(List<StreamRecord> records) throws PutFault {
    if (always != null) {
      throw always;
    }
    callSizes.add(records.size());
    if (random.nextDouble() < callFailures) {
      boolean answerLost = random.nextBoolean();
      if (answerLost) {
        stored.addAll(records);
      }
      PutFault.Kind kind = answerLost ? PutFault.Kind.UNCERTAIN : PutFault.Kind.RETRY;
      throw new PutFault(kind, "seeded fault", null);
    }
    List<String> answer = new ArrayList<>();
    for (StreamRecord record : records) {
      boolean fails = random.nextDouble() < recordFailures;
      answer.add(fails ? "ProvisionedThroughputExceededException" : null);
      if (!fails) {
        stored.add(record);
      }
    }
    return answer;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized List<StreamRecord> stored() {
    return List.copyOf(stored);
  }

  synchronized List<Integer> callSizes() {
    return List.copyOf(callSizes);
  }

  /** The n-th sale of a run, of some product. */
  static TimedEvent sale(long n, String product) {
    return TimedEvent.of(
        Event.of(EventType.SALE)
            .with(Field.EVENT_ID, product + "/" + n)
            .with(Field.STORE_ID, "s")
            .with(Field.PRODUCT_ID, product)
            .with(Field.OCCURRED_AT, n)
            .with(Field.QUANTITY, 10_000),
        n);
  }

  /** Something about the store as a whole. */
  static TimedEvent store(EventType type, long at) {
    Event.Builder event =
        Event.of(type)
            .with(Field.EVENT_ID, type + "/" + at)
            .with(Field.STORE_ID, "s")
            .with(Field.OCCURRED_AT, at);
    if (type == EventType.STORE) {
      event.with(Field.ZONE, "UTC");
    }
    return TimedEvent.of(event, at);
  }
}
