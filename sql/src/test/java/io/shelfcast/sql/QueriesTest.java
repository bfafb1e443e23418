package io.shelfcast.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.sql.SqlFiles.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view and query on a real Trino, over Parquet that the job itself wrote. */
class QueriesTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 9);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 29);

  /** So that a horizon of 30 days ends within them. */
  private static final LocalDate LAST_TO_JUDGE = LocalDate.of(2026, 4, 12);

  private static final String YEARLY_COST = "0.25";

  @TempDir private static Path root;
  private static Trino trino;
  private static Snapshot snapshot;
  private static Schemas schemas;
  private static String whole;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> java = Jdk25.java();
    Assumptions.assumeTrue(
        java.isPresent(), "No JDK 25 is installed, so no query was run; JAVA25_HOME names one.");
    Path lake = root.toRealPath().resolve("lake");
    snapshot = ShopLake.write(lake);
    trino = Trino.start(java.get(), lake.getParent());
    schemas = new Schemas(lake.getParent(), lake, trino);
    whole = schemas.whole();
  }

  @AfterAll
  static void stop() throws IOException {
    if (trino != null) {
      trino.close();
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryReturnsItsExpectedRows(Statement query) throws Exception {
    String rows = run(query, whole);
    Files.createDirectories(Path.of("target/rows"));
    Files.writeString(Path.of("target/rows", query.name() + ".txt"), rows);
    assertEquals(Files.readString(Path.of("src/test/expected", query.name() + ".txt")), rows);
  }

  @ParameterizedTest
  @MethodSource("statements")
  void everyQueryAndViewReadsOnlyTheDaysAskedFor(Statement statement) throws Exception {
    String cut = schemas.only(AskedDays.of(statement.text(), FIRST, last(statement)));
    assertEquals(run(statement, whole), run(statement, cut));
  }

  @Test
  void whoReadsOtherDaysFails() throws Exception {
    Statement careless = new Statement("careless", "SELECT count(*) FROM daily_demand");
    String cut = schemas.only(AskedDays.of("-- Reads: events -1..+15", FIRST, LAST));
    assertFalse(run(careless, whole).isEmpty());
    assertThrows(SQLException.class, () -> run(careless, cut));
  }

  @Test
  void noRowIsSeenTwiceWhileReplacedFilesAreStillThere() throws Exception {
    for (LakeTable table : LakeTable.values()) {
      Statement count = new Statement("count", "SELECT count(*) FROM " + table.folder());
      assertEquals("_col0\n" + snapshot.countRows(table) + "\n", run(count, whole));
    }
    assertTrue(filesOnDisk(LakeTable.EVENTS) > snapshot.files(LakeTable.EVENTS).size());
  }

  static List<Statement> queries() {
    return SqlFiles.queries();
  }

  static Stream<Statement> statements() {
    return Stream.concat(
        SqlFiles.queries().stream(), SqlFiles.views().stream().map(QueriesTest::asked));
  }

  /** A view as somebody asks it for some days. */
  private static Statement asked(Statement view) {
    boolean looksAhead = view.text().contains("target_day");
    String days =
        " WHERE day BETWEEN date(?) AND date(?)" + (looksAhead ? " AND target_day BETWEEN date(?) AND date(?)" : "");
    String reads =
        view.text().lines().filter(line -> line.startsWith("-- Reads:")).findFirst().orElse("");
    return new Statement(
        view.name(),
        reads + "\nSELECT * FROM " + view.name() + days + " ORDER BY 1, 2, 3, 4, 5, 6, 7");
  }

  private static LocalDate last(Statement statement) {
    return statement.name().equals("forecast_accuracy") ? LAST_TO_JUDGE : LAST;
  }

  private static long filesOnDisk(LakeTable table) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("lake").resolve(table.folder()))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }

  /** The rows as text, under the names of their columns. */
  private static String run(Statement statement, String schema) throws SQLException {
    try (Connection connection = trino.connect(schema);
        PreparedStatement sql = connection.prepareStatement(statement.text())) {
      List<String> parameters = parameters(statement);
      for (int i = 0; i < parameters.size(); i++) {
        sql.setString(i + 1, parameters.get(i));
      }
      StringBuilder rows = new StringBuilder();
      try (ResultSet found = sql.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        StringJoiner head = new StringJoiner(" | ", "", "\n");
        for (int i = 1; i <= columns; i++) {
          head.add(found.getMetaData().getColumnLabel(i));
        }
        rows.append(head);
        while (found.next()) {
          StringJoiner row = new StringJoiner(" | ", "", "\n");
          for (int i = 1; i <= columns; i++) {
            row.add(String.valueOf(found.getString(i)));
          }
          rows.append(row);
        }
      }
      return rows.toString();
    }
  }

  /** First and last day by turns, as each query's comment asks for them. */
  private static List<String> parameters(Statement statement) {
    String first = FIRST.toString();
    String last = last(statement).toString();
    switch (statement.name()) {
      case "promotion_lift":
        return List.of(first, last, last);
      case "inventory_cost":
        return List.of(first, last, first, last, YEARLY_COST);
      default:
        long marks = statement.text().chars().filter(c -> c == '?').count();
        return Stream.of(first, last, first, last).limit(marks).toList();
    }
  }
}
