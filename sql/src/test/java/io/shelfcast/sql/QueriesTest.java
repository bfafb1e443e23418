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
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
  private static final Path EXPECTED = Path.of("src/test/expected");

  /** What came, to be compared with what is expected; and to replace it, when that was wrong. */
  private static final Path FOUND = Path.of("target/found");

  @TempDir private static Path folder;
  private static Path lake;
  private static Trino trino;
  private static Snapshot snapshot;
  private static Schemas schemas;
  private static String whole;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> java = Jdk25.java();
    Assumptions.assumeTrue(
        java.isPresent(), "No JDK 25 is installed, so no query was run; JAVA25_HOME names one.");
    Path root = folder.toRealPath();
    lake = root.resolve("lake");
    CompletableFuture<Trino> starting =
        CompletableFuture.supplyAsync(() -> Trino.start(java.get(), root));
    snapshot = ShopLake.write(lake);
    trino = starting.join();
    schemas = new Schemas(root, lake, trino);
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
  void everyQueryReturnsItsExpectedRowsAndReadsNoOtherDays(Statement query) throws Exception {
    assertAsExpected(query, run(query, onlyWhatMayBeRead(query)));
  }

  @ParameterizedTest
  @MethodSource("views")
  void everyViewAskedForSomeDaysReadsNoOthers(Statement view) throws Exception {
    assertTrue(run(view, onlyWhatMayBeRead(view)).lines().count() > 1, "no rows");
  }

  private static String onlyWhatMayBeRead(Statement statement) throws Exception {
    return schemas.only(AskedDays.of(statement.text(), FIRST, last(statement)));
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
      Statement count = new Statement("count", "SELECT count(*) AS n FROM " + table.folder());
      assertEquals("n\n" + snapshot.countRows(table) + "\n", run(count, whole));
    }
    assertTrue(filesOnDisk(LakeTable.EVENTS) > snapshot.files(LakeTable.EVENTS).size());
  }

  static List<Statement> queries() {
    return SqlFiles.queries();
  }

  static List<Statement> views() {
    return SqlFiles.views().stream().map(QueriesTest::asked).toList();
  }

  /** A view as somebody asks it for some days. */
  private static Statement asked(Statement view) {
    String reads = view.text().lines().filter(AskedDays::isIn).findFirst().orElseThrow();
    boolean looksAhead = view.text().contains("target_day");
    String query =
        "SELECT * FROM "
            + view.name()
            + " WHERE day BETWEEN date(?) AND date(?)"
            + (looksAhead ? " AND target_day BETWEEN date(?) AND date(?)" : "");
    return new Statement(view.name(), reads + "\n" + query);
  }

  private static LocalDate last(Statement statement) {
    return statement.name().equals("forecast_accuracy") ? LAST_TO_JUDGE : LAST;
  }

  private static long filesOnDisk(LakeTable table) throws IOException {
    try (Stream<Path> files = Files.walk(lake.resolve(table.folder()))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }

  /**
   * Under the names of the columns, the rows counted by other means, or else those written down.
   */
  private static void assertAsExpected(Statement query, String found) throws IOException {
    Files.writeString(Files.createDirectories(FOUND).resolve(query.name() + ".txt"), found);
    String names = found.lines().findFirst().orElseThrow();
    Recount lake = new Recount(snapshot, FIRST, last(query));
    RecountedAnswers answers = new RecountedAnswers(lake);
    List<String> rows =
        switch (query.name()) {
          case "forecast_accuracy" -> new RecountedAccuracy(lake, last(query)).rows();
          case "inventory_cost" -> answers.inventoryCost(YEARLY_COST);
          case "model_use" -> answers.modelUse();
          case "slow_movers" -> answers.slowMovers();
          case "stock_cover" -> answers.stockCover();
          case "stockouts" -> answers.stockouts();
          default -> null;
        };
    assertEquals(
        rows == null
            ? Files.readString(EXPECTED.resolve(query.name() + ".txt"))
            : names + "\n" + String.join("\n", rows) + "\n",
        found);
  }

  private static String run(Statement statement, String schema) throws SQLException {
    return trino.rows(schema, statement.text(), parameters(statement));
  }

  /** First and last day by turns, and what else a query's comment asks for. */
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

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyDataSetOfTheDashboardHasTheColumnsThatItsCommentNames(Statement dataSet)
      throws Exception {
    // As if asked on the shop's last day.
    String query =
        dataSet.text().replace("{database}", whole).replace("current_date", "DATE '2026-04-26'");
    String columns = dataSet.text().split("-- Columns: ")[1].lines().findFirst().orElseThrow();
    String rows = trino.rows(whole, query, List.of());
    assertEquals(columns.replaceAll(" [A-Z]+", "").replace(", ", " | "), rows.split("\n")[0]);
    assertTrue(rows.lines().count() > 1, "no rows");
  }

  static List<Statement> dashboards() {
    return SqlFiles.dashboards();
  }
}
