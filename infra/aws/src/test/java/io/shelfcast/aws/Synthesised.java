package io.shelfcast.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** The stacks as {@code ./run synth} makes them, synthesised once for all tests. */
final class Synthesised {
  static final Path MODULE = Path.of("").toAbsolutePath();
  static final SqlFolder SQL = new Home(MODULE.resolve("../..").normalize()).sql();
  static final Sizes SIZES = Sizes.read(MODULE.resolve("sizes.json"));
  static final Path OUT = MODULE.resolve("target/synthesised");
  static final ShelfcastApp STACKS =
      ShelfcastApp.define(Synthesis.app(OUT), withDashboard(), "code/job.jar", SQL);

  private Synthesised() {}

  /** The sizes with the one thing more that is made only when asked for and is no endpoint. */
  private static Sizes withDashboard() {
    ObjectMapper json = new ObjectMapper();
    try {
      ObjectNode sizes = (ObjectNode) json.readTree(MODULE.resolve("sizes.json").toFile());
      ((ObjectNode) sizes.path("dashboard"))
          .put("owner", "arn:aws:quicksight:us-east-1:111122223333:user/default/planner");
      return json.treeToValue(sizes, Sizes.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Stack> all() {
    return List.of(STACKS.data(), STACKS.application(), STACKS.analysts());
  }

  static Template data() {
    return Template.fromStack(STACKS.data());
  }

  static Template application() {
    return Template.fromStack(STACKS.application());
  }

  /** A stack's template as JSON. */
  static JsonNode json(Stack stack) {
    return new ObjectMapper().valueToTree(Template.fromStack(stack).toJSON());
  }

  /** Resources of all stacks by their ids. */
  static Map<String, JsonNode> resources() {
    Map<String, JsonNode> resources = new TreeMap<>();
    for (Stack stack : all()) {
      json(stack)
          .path("Resources")
          .fields()
          .forEachRemaining(
              e -> resources.put(stack.getStackName() + "/" + e.getKey(), e.getValue()));
    }
    return resources;
  }

  /** Properties of the resources of a type. */
  static Stream<JsonNode> properties(String type) {
    return resources().values().stream()
        .filter(resource -> resource.path("Type").asText().equals(type))
        .map(resource -> resource.path("Properties"));
  }
}
