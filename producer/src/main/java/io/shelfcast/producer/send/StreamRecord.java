package io.shelfcast.producer.send;

import io.shelfcast.event.EventCodec;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.producer.timeline.Trait;
import java.nio.charset.StandardCharsets;

/**
 * One record as it is put on the stream.
 *
 * @param key the partition key
 * @param data not to be changed
 */
record StreamRecord(String key, byte[] data, TimedEvent origin) {
  static StreamRecord of(TimedEvent event) {
    byte[] json = EventCodec.encode(event.event());
    boolean spoiled = event.trait() == Trait.MALFORMED;
    return new StreamRecord(
        event.partitionKey(), spoiled ? Spoiled.of(json, event.event().eventId()) : json, event);
  }

  /** What counts against the limit of one call. */
  int bytes() {
    return data.length + key.getBytes(StandardCharsets.UTF_8).length;
  }
}
