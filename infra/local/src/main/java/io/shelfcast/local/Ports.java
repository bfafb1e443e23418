package io.shelfcast.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the stream, the table and the dashboard listen, all on the loopback address. */
public record Ports(int kinesis, int dynamodb, int dashboard) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The ports of the stack started last in this folder, or the usual ones. */
  public static Ports of(LocalState state) {
    Path file = state.ports();
    if (!Files.exists(file)) {
      return new Ports(4567, 8000, 8081);
    }
    try {
      return JSON.readValue(file.toFile(), Ports.class);
    } catch (IOException e) {
      throw new Problem(file + " is damaged; delete it and run up again.", e);
    }
  }

  /** Remembers these ports for later commands. */
  public void remember(LocalState state) throws IOException {
    JSON.writerWithDefaultPrettyPrinter().writeValue(state.ports().toFile(), this);
  }

  public String kinesisEndpoint() {
    return "http://127.0.0.1:" + kinesis;
  }

  public String dynamodbEndpoint() {
    return "http://127.0.0.1:" + dynamodb;
  }

  public String dashboardAddress() {
    return "http://127.0.0.1:" + dashboard;
  }

  /**
   * Checks that nobody listens on a port.
   *
   * @param option the option that chooses another one
   * @throws Problem if somebody does
   */
  static void requireFree(int port, String what, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new Problem(
          String.format(
              "Port %d for %s is in use by another program; choose another one with %s.",
              port, what, option),
          e);
    }
  }
}
