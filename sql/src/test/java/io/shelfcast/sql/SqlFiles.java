package io.shelfcast.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL files of this folder. */
final class SqlFiles {
  /** One file that holds one statement. */
  record Statement(String name, String text) {}

  private static final String SUFFIX = ".sql";

  private SqlFiles() {}

  static List<Statement> tables() {
    return statements("tables");
  }

  static List<Statement> queries() {
    return statements("queries");
  }

  /** Data sets of the business dashboard; they name the database as {@code {database}}. */
  static List<Statement> dashboards() {
    return statements("dashboards");
  }

  /** By name, which is an order they can be made in. */
  static List<Statement> views() {
    return statements("views");
  }

  private static List<Statement> statements(String folder) {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(SqlFiles::statement)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Statement statement(Path file) {
    return new Statement(file.getFileName().toString().replace(SUFFIX, ""), read(file));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
