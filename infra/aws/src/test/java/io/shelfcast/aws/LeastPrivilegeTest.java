package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LeastPrivilegeTest {
  /** Actions that AWS lets nobody bind to a resource. */
  private static final Set<String> BOUND_TO_NOTHING = Set.of("ecr:GetAuthorizationToken");

  @Test
  void noActionIsAllowedByAWildcard() {
    assertEquals(List.of(), wildcardActions(Synthesised.resources()));
  }

  @Test
  void noActionIsAllowedEverywhereThatCouldBeBound() {
    List<String> wide = new ArrayList<>();
    statements(Synthesised.resources())
        .forEach(
            (id, statements) ->
                statements.stream()
                    .filter(statement -> texts(statement.path("Resource")).contains("*"))
                    .flatMap(statement -> texts(statement.path("Action")).stream())
                    .filter(action -> !BOUND_TO_NOTHING.contains(action))
                    .forEach(action -> wide.add(id + " allows " + action + " everywhere")));

    assertEquals(List.of(), wide);
  }

  @Test
  void aWildcardActionIsFound() throws Exception {
    JsonNode role =
        new ObjectMapper()
            .readTree(
                """
                {"Type": "AWS::IAM::Policy", "Properties": {"PolicyDocument": {"Statement":
                  {"Effect": "Allow", "Action": ["s3:GetObject", "s3:Put*"], "Resource": "*"}}}}
                """);

    assertEquals(List.of("role allows s3:Put*"), wildcardActions(Map.of("role", role)));
  }

  private static List<String> wildcardActions(Map<String, JsonNode> resources) {
    List<String> wildcards = new ArrayList<>();
    statements(resources)
        .forEach(
            (id, statements) ->
                statements.stream()
                    .flatMap(statement -> texts(statement.path("Action")).stream())
                    .filter(action -> action.contains("*"))
                    .forEach(action -> wildcards.add(id + " allows " + action)));
    return wildcards;
  }

  /**
   * What is allowed, by resource. In the policy of a key the resource is the key itself, and its
   * first statement leaves the key to the account's own policies: without it nobody could change
   * the key any more.
   */
  private static Map<String, List<JsonNode>> statements(Map<String, JsonNode> resources) {
    Map<String, List<JsonNode>> statements = new TreeMap<>();
    resources.forEach(
        (id, resource) -> {
          if (!resource.path("Type").asText().equals("AWS::KMS::Key")) {
            for (JsonNode document : resource.findValues("PolicyDocument")) {
              statements.computeIfAbsent(id, any -> new ArrayList<>()).addAll(allowed(document));
            }
          }
        });
    return statements;
  }

  private static List<JsonNode> allowed(JsonNode document) {
    return list(document.path("Statement")).stream()
        .filter(statement -> statement.path("Effect").asText().equals("Allow"))
        .toList();
  }

  private static List<String> texts(JsonNode oneOrMore) {
    return list(oneOrMore).stream().map(JsonNode::asText).toList();
  }

  private static List<JsonNode> list(JsonNode oneOrMore) {
    List<JsonNode> all = new ArrayList<>();
    if (oneOrMore.isArray()) {
      oneOrMore.forEach(all::add);
    } else {
      all.add(oneOrMore);
    }
    return all;
  }
}
