package io.shelfcast.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/** A real Trino in a process of its own, on a JDK 25; it ends with this object, or this JVM. */
final class Trino implements AutoCloseable {
  private static final String READY = "ready at http://";

  private final Process process;
  private final String address;

  /**
   * Starts it and waits until it answers.
   *
   * @param root the folder that its {@code local:///} stands for
   */
  static Trino start(Path java, Path root) {
    try {
      return start(java, root, Path.of("target", "trino.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Trino start(Path java, Path root, Path log) throws IOException {
    String classpath = Files.readString(Path.of("trino", "target", "classpath.txt")).strip();
    Path arguments =
        Files.writeString(root.resolve("java.arguments"), "-cp\n\"" + classpath + "\"");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "--add-modules=jdk.incubator.vector",
                "@" + arguments,
                Path.of("src", "test", "trino", "LakeServer.java").toString(),
                root.toString())
            .redirectError(log.toFile())
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new Trino(process, line.substring(READY.length()));
      }
    }
    throw new IOException("Trino did not start; " + log.toAbsolutePath() + " says why.");
  }

  private Trino(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** A connection whose unqualified names are of this schema. */
  Connection connect(String schema) throws SQLException {
    Properties user = new Properties();
    user.setProperty("user", "analyst");
    return DriverManager.getConnection(
        "jdbc:trino://" + address + "/awsdatacatalog/" + schema, user);
  }

  /** The rows of a query as text, under the names of their columns. */
  String rows(String schema, String query, List<String> parameters) throws SQLException {
    try (Connection connection = connect(schema);
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      try (ResultSet found = statement.executeQuery()) {
        ResultSetMetaData columns = found.getMetaData();
        StringBuilder rows = new StringBuilder();
        rows.append(line(columns, columns::getColumnLabel));
        while (found.next()) {
          rows.append(line(columns, found::getString));
        }
        return rows.toString();
      }
    }
  }

  /** Gives the text of one column, counted from 1. */
  private interface Cell {
    String of(int column) throws SQLException;
  }

  private static String line(ResultSetMetaData columns, Cell cell) throws SQLException {
    StringJoiner line = new StringJoiner(" | ", "", "\n");
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      line.add(cell.of(i));
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
