package io.shelfcast.producer.timeline;

import io.shelfcast.event.EventLimits;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Names of events made from what they are about, so that each run gives the same ones. */
public final class EventIds {
  private EventIds() {}

  /** The parts with slashes between; a digest of that where it is longer than an event takes. */
  public static String of(String... parts) {
    String joined = String.join("/", parts);
    return joined.length() <= EventLimits.MAX_TEXT_LENGTH
        ? joined
        : UUID.nameUUIDFromBytes(joined.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
