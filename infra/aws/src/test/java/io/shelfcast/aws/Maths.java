package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

/**
 * Evaluates an expression of CloudWatch's metric maths for one point in time. As far as the stacks
 * use it, the notation is also one of JavaScript; what a figure grew by is given in its place.
 */
final class Maths {
  private static final String FUNCTIONS =
      "const DIFF = x => x, IF = (c, x, y) => c ? x : y, FILL = (x, y) => x ?? y;";

  private Maths() {}

  static double evaluate(String expression, Map<String, Double> values) throws Exception {
    StringBuilder script = new StringBuilder(FUNCTIONS);
    values.forEach(
        (name, value) ->
            script.append("const ").append(name).append(" = ").append(value).append(";"));
    script.append("console.log(").append(expression).append(")");
    Process node = new ProcessBuilder(List.of("node", "-e", script.toString())).start();
    String said = new String(node.getInputStream().readAllBytes()).trim();
    assertEquals(0, node.waitFor(), script.toString());
    return Double.parseDouble(said);
  }
}
