package io.shelfcast.producer.timeline;

/**
 * Takes events on their way to the stream. Events of one partition key arrive in the order in which
 * they are sent; those of different keys do too, but around a failed record.
 *
 * <p>Each method throws {@link SendFailed} where an earlier send has failed for good. To be used by
 * one thread.
 */
public interface EventSink extends AutoCloseable {
  /** Takes one event; waits where too much is under way. */
  void send(TimedEvent event);

  /** Starts sending what is held back for the sake of larger batches. */
  void flush();

  /** Sends everything and waits until it has arrived. */
  void drain();

  /** Drains and frees what is held; nothing may be sent afterwards. */
  @Override
  void close();
}
