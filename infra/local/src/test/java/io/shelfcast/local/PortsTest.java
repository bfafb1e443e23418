package io.shelfcast.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @Test
  void aTakenPortIsNamedWithTheOptionThatChoosesAnother() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      Problem refused =
          assertThrows(Problem.class, () -> Ports.requireFree(port, "Kinesis", "--kinesis-port"));

      assertEquals(
          "Port "
              + port
              + " for Kinesis is in use by another program; choose another one with"
              + " --kinesis-port.",
          refused.getMessage());
    }
  }

  @Test
  void theNextCommandFindsThePortsOfTheLastOne(@TempDir Path folder) throws IOException {
    LocalState state = new LocalState(folder);
    assertEquals(new Ports(4567, 8000, 8081), Ports.of(state));

    new Ports(1, 2, 3).remember(state);

    assertEquals(new Ports(1, 2, 3), Ports.of(state));
  }
}
