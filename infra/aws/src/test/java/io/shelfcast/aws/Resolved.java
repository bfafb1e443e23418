package io.shelfcast.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** What CloudFormation would make of a template's functions, with stand-ins for names it gives. */
final class Resolved {
  private Resolved() {}

  static JsonNode of(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(of(element)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      String function = node.fieldNames().next();
      if (function.equals("Ref") || function.startsWith("Fn::")) {
        return new TextNode(text(function, node.get(function)));
      }
    }
    ObjectNode object = new ObjectMapper().createObjectNode();
    node.fields().forEachRemaining(e -> object.set(e.getKey(), of(e.getValue())));
    return object;
  }

  private static String text(String function, JsonNode argument) {
    switch (function) {
      case "Fn::Join":
        List<String> parts = new ArrayList<>();
        argument.get(1).forEach(part -> parts.add(of(part).asText()));
        return String.join(argument.get(0).asText(), parts);
      case "Fn::Select":
        return of(argument.get(1)).isArray()
            ? of(argument.get(1)).get(argument.get(0).asInt()).asText()
            : "selected";
      case "Ref":
        return argument.asText().startsWith("AWS::")
            ? argument.asText().substring("AWS::".length()).toLowerCase(java.util.Locale.ROOT)
            : "ref";
      case "Fn::ImportValue":
        return "imported";
      default:
        return "resolved";
    }
  }
}
