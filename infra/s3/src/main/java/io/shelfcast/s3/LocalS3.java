package io.shelfcast.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * An S3 on this machine, for tests: S3Proxy over a folder, as a process that ends with this one.
 * Every folder in that folder is a bucket.
 */
public final class LocalS3 implements AutoCloseable {
  /** Access key and secret. */
  public static final String CREDENTIAL = "local";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final Path folder;

  private LocalS3(Process process, int port, Path folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  private static LocalS3 start(Path folder) {
    try {
      Path buckets = Files.createDirectories(folder.resolve("buckets"));
      int port = freePort();
      Path properties = write(settings(port, buckets), folder.resolve("s3proxy.properties"));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  classpath(),
                  "org.gaul.s3proxy.Main",
                  "--properties",
                  properties.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("s3proxy.log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      LocalS3 started = new LocalS3(process, port, buckets);
      started.awaitAnswer();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts it with one bucket, and lets every client of AWS in this process speak to it.
   *
   * @param folder for its buckets, settings and log
   */
  public static LocalS3 startHere(Path folder, String bucket) {
    LocalS3 s3 = start(folder);
    s3.createBucket(bucket);
    System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:" + s3.port);
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", CREDENTIAL);
    System.setProperty("aws.secretAccessKey", CREDENTIAL);
    return s3;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Map<String, String> settings(int port, Path buckets) {
    return Map.of(
        "s3proxy.endpoint",
        "http://127.0.0.1:" + port,
        "s3proxy.authorization",
        "aws-v2-or-v4",
        "s3proxy.identity",
        CREDENTIAL,
        "s3proxy.credential",
        CREDENTIAL,
        "jclouds.provider",
        "filesystem-nio2",
        "jclouds.filesystem.basedir",
        buckets.toString());
  }

  private static Path write(Map<String, String> settings, Path file) throws IOException {
    Properties properties = new Properties();
    properties.putAll(settings);
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
    return file;
  }

  private static String classpath() throws IOException {
    try (InputStream in = LocalS3.class.getResourceAsStream("s3proxy.classpath")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private void awaitAnswer() {
    Instant end = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        close();
        throw new IllegalStateException(
            "S3Proxy does not answer; see " + folder.resolveSibling("s3proxy.log"));
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes a bucket. */
  public void createBucket(String name) {
    try {
      Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
