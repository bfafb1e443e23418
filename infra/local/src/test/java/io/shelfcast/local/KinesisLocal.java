package io.shelfcast.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** The other stream emulator of this folder's packages, slower and stricter, as a process. */
record KinesisLocal(Process process, int port) implements AutoCloseable {
  static KinesisLocal start(Path log) throws IOException {
    Path folder = Home.emulators().resolve("node_modules/kinesis-local");
    int port = FreePort.any();
    ProcessBuilder node =
        new ProcessBuilder("node", folder.resolve("main.js").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    node.environment().put("KINESIS_MOCK_PLAIN_PORT", Integer.toString(port));
    node.environment().put("KINESIS_MOCK_TLS_PORT", Integer.toString(FreePort.any()));
    node.environment().put("KINESIS_MOCK_CERT_PATH", folder.resolve("server.json").toString());
    KinesisLocal started = new KinesisLocal(node.start(), port);
    assertTrue(Waiting.until(Duration.ofSeconds(30), started::answers), "see " + log);
    return started;
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
