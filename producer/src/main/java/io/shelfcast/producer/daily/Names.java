package io.shelfcast.producer.daily;

import io.shelfcast.producer.series.BadLine;
import java.util.HashMap;
import java.util.Map;

/** Names of stores and products as they are read, each held once. */
final class Names {
  private static final int LONGEST = 128;

  private final Map<String, String> known = new HashMap<>();

  String of(String column, String cell) throws BadLine {
    String name = known.get(cell);
    if (name != null) {
      return name;
    }
    name = cell.trim();
    if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(c -> c < ' ')) {
      throw new BadLine(column + " '" + cell + "' is no name of 1 to " + LONGEST + " characters");
    }
    known.put(cell, name);
    return name;
  }
}
