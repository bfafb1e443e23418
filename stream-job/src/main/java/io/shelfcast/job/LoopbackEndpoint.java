package io.shelfcast.job;

import java.net.URI;
import java.util.Set;

/** An emulator on this machine: it is called with fixed credentials, so that no real ones leak. */
public final class LoopbackEndpoint {
  /** Access key and secret that emulators are called with. */
  public static final String CREDENTIAL = "local";

  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private LoopbackEndpoint() {}

  /** Whether the address is on this machine. */
  public static boolean is(URI endpoint) {
    return HOSTS.contains(String.valueOf(endpoint.getHost()));
  }
}
