package io.shelfcast.producer.send;

import java.net.URI;
import java.util.Set;

/**
 * Which stream to write to.
 *
 * @param endpoint address to call instead of the region's, or null
 */
public record KinesisAddress(String stream, String region, URI endpoint) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Whether the stream is an emulator on this machine, which is called with fixed credentials. */
  boolean isLocal() {
    return endpoint != null && LOOPBACK.contains(String.valueOf(endpoint.getHost()));
  }

  /** The endpoint or the region, for messages. */
  String where() {
    return endpoint == null ? "region " + region : endpoint.toString();
  }
}
