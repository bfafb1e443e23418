package io.shelfcast.job;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventCodec;
import io.shelfcast.event.Field;
import io.shelfcast.event.RefusedEvent;
import io.shelfcast.event.RefusedRecord;
import java.io.Serializable;

/**
 * Turns the bytes of a record into an {@link Arrival}; what is no event is kept with the reason.
 */
public final class ArrivalReader implements Serializable {
  private static final long serialVersionUID = 1;

  private final boolean replay;

  /**
   * @param replay whether an event arrives when it says it was sent, rather than when the stream
   *     got it
   */
  public ArrivalReader(boolean replay) {
    this.replay = replay;
  }

  /**
   * Reads one record.
   *
   * @param readableAt when the stream had it, by the wall clock, in milliseconds
   */
  public Arrival read(byte[] data, long readableAt) {
    try {
      Event event = EventCodec.decode(data);
      long arrivedAt = replay ? event.number(Field.SENT_AT, event.occurredAt()) : readableAt;
      EventCodec.checkArrival(event, arrivedAt);
      return Arrival.live(event, arrivedAt, readableAt);
    } catch (RefusedEvent e) {
      return Arrival.refused(new RefusedRecord(data, e.getMessage(), readableAt));
    }
  }
}
