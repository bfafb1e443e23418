package io.shelfcast.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The SQL that analysts are given, as it lies in the sources.
 *
 * @param root the folder {@code sql}
 */
record SqlFolder(Path root) {
  private static final String SUFFIX = ".sql";

  /**
   * One statement.
   *
   * @param name of its file, without the ending
   */
  record Statement(String name, String text) {
    /** The first line of its comment. */
    String title() {
      return text.lines().findFirst().orElse("").replaceFirst("^--\\s*", "");
    }
  }

  List<Statement> views() {
    return statements("views");
  }

  List<Statement> queries() {
    return statements("queries");
  }

  /** Data sets of the business dashboard; they name the database as {@code {database}}. */
  List<Statement> dashboards() {
    return statements("dashboards");
  }

  private List<Statement> statements(String folder) {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(SqlFolder::statement)
          .toList();
    } catch (IOException e) {
      throw new Problem(root.resolve(folder) + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static Statement statement(Path file) {
    try {
      return new Statement(
          file.getFileName().toString().replace(SUFFIX, ""), Files.readString(file));
    } catch (IOException e) {
      throw new Problem(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
