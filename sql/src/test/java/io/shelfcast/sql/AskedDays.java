package io.shelfcast.sql;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which days of each table a statement may read, as its comment says it: {@code Reads: events
 * -1..+15} are the days from one before the first asked for to 15 after the last.
 */
record AskedDays(LocalDate first, LocalDate last, Map<String, Reach> reaches) {
  /** Days before the first and after the last. */
  record Reach(int before, int after) {}

  private static final Pattern LINE = Pattern.compile("-- Reads: (.*)");
  private static final Pattern TABLE = Pattern.compile("(\\w+) ([-+]?\\d+)\\.\\.([-+]?\\d+)");

  static AskedDays of(String statement, LocalDate first, LocalDate last) {
    Map<String, Reach> reaches = new HashMap<>();
    LINE.matcher(statement)
        .results()
        .flatMap(line -> TABLE.matcher(line.group(1)).results())
        .forEach(
            table ->
                reaches.put(
                    table.group(1),
                    new Reach(Integer.parseInt(table.group(2)), Integer.parseInt(table.group(3)))));
    if (reaches.isEmpty()) {
      throw new IllegalArgumentException("no '-- Reads:' in " + statement);
    }
    return new AskedDays(first, last, reaches);
  }

  /** Whether a line of a statement tells them. */
  static boolean isIn(String line) {
    return LINE.matcher(line).matches();
  }

  /** Whether a statement that asks for these days may read this one. */
  boolean mayRead(String table, LocalDate day) {
    Reach reach = reaches.get(table);
    return reach != null
        && !day.isBefore(first.plusDays(reach.before()))
        && !day.isAfter(last.plusDays(reach.after()));
  }
}
