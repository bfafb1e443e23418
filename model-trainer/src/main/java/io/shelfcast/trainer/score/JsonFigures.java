package io.shelfcast.trainer.score;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;

/** How measured figures go into a JSON file: six digits, and null where there is none. */
public final class JsonFigures {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final MathContext DIGITS = new MathContext(6);

  private JsonFigures() {}

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Sets a figure; one that is not finite becomes null. */
  public static void put(ObjectNode into, String name, double value) {
    if (Double.isFinite(value)) {
      into.put(name, new BigDecimal(value, DIGITS));
    } else {
      into.putNull(name);
    }
  }

  /**
   * Writes the file.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(ObjectNode root, Path file) throws IOException {
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }
}
