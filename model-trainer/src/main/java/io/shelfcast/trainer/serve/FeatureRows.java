package io.shelfcast.trainer.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Rows of features as a caller sent them, in JSON ({@code {"instances":[{"features":[…]}]}} or
 * {@code {"instances":[[…]]}}) or CSV (a row a line, no header). null and an empty cell are
 * missing.
 */
record FeatureRows(float[] values, int count) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was sent is not rows of features; the message is one sentence for the caller. */
  static final class BadRows extends Exception {
    private static final long serialVersionUID = 1;

    BadRows(String reason) {
      super(reason);
    }
  }

  static FeatureRows ofJson(byte[] body, int features) throws BadRows {
    JsonNode instances;
    try {
      JsonNode root = JSON.readTree(body);
      instances = root == null ? null : root.get("instances");
    } catch (JsonProcessingException e) {
      throw new BadRows("The body is not JSON: " + e.getOriginalMessage() + ".");
    } catch (IOException e) {
      throw new BadRows("The body cannot be read: " + e.getMessage() + ".");
    }
    if (instances == null || !instances.isArray() || instances.isEmpty()) {
      throw new BadRows("The body needs an array \"instances\" with at least one row.");
    }
    JsonNode rows = instances;
    return collect(
        rows.size(),
        features,
        i -> {
          JsonNode row = rows.get(i).isObject() ? rows.get(i).path("features") : rows.get(i);
          Object[] cells = new Object[row.size()];
          Arrays.setAll(cells, j -> row.get(j).isNull() ? null : textOf(row.get(j)));
          return cells;
        });
  }

  static FeatureRows ofCsv(byte[] body, int features) throws BadRows {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      throw new BadRows("The body needs at least one row.");
    }
    String[] lines = text.split("\r?\n");
    return collect(lines.length, features, i -> lines[i].split(",", -1));
  }

  private static String textOf(JsonNode cell) {
    return cell.isNumber() || cell.isTextual() ? cell.asText() : cell.toString();
  }

  private static FeatureRows collect(int count, int features, IntFunction<Object[]> row)
      throws BadRows {
    float[] values = new float[count * features];
    for (int i = 0; i < count; i++) {
      Object[] cells = row.apply(i);
      if (cells.length != features) {
        throw new BadRows(
            "Row " + i + " has " + cells.length + " features; the model takes " + features + ".");
      }
      for (int f = 0; f < features; f++) {
        values[i * features + f] = number(cells[f], i);
      }
    }
    return new FeatureRows(values, count);
  }

  private static float number(Object cell, int row) throws BadRows {
    String text = cell == null ? "" : cell.toString().strip();
    if (text.isEmpty() || text.equalsIgnoreCase("nan")) {
      return Float.NaN;
    }
    try {
      float value = Float.parseFloat(text);
      if (Float.isInfinite(value)) {
        throw new BadRows("Row " + row + " holds a number too large: " + text + ".");
      }
      return value;
    } catch (NumberFormatException e) {
      throw new BadRows("Row " + row + " holds something that is no number: " + text + ".");
    }
  }
}
