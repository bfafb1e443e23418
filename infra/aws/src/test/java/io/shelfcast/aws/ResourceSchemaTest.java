package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Stack;

class ResourceSchemaTest {
  @TempDir static Path folder;

  @BeforeAll
  static void installSchemas() {
    new NodePackages(Synthesised.MODULE).install();
  }

  @Test
  void everyPropertyIsOneThatItsResourceHas() throws Exception {
    List<JsonNode> templates = new ArrayList<>();
    for (Stack stack : Synthesised.all()) {
      templates.add(Synthesised.json(stack));
    }

    assertEquals(List.of(), problems(templates));
  }

  @Test
  void aMisspeltPropertyIsFound() throws Exception {
    JsonNode template = Synthesised.json(Synthesised.STACKS.data());
    ObjectNode bucket = properties(template, "AWS::S3::Bucket");
    bucket.set("LifecycleConfigration", bucket.remove("LifecycleConfiguration"));

    List<String> problems = problems(List.of(template));

    assertEquals(1, problems.size(), problems::toString);
    assertEquals(
        true, problems.get(0).endsWith("(AWS::S3::Bucket).LifecycleConfigration is unknown"));
  }

  @Test
  void aValueOfTheWrongTypeAndAMissingPropertyAreFound() throws Exception {
    JsonNode template = Synthesised.json(Synthesised.STACKS.data());
    properties(template, "AWS::Kinesis::Stream").put("RetentionPeriodHours", "a week");
    properties(template, "AWS::Glue::Database").remove("DatabaseInput");

    List<String> problems = problems(List.of(template));

    assertEquals(2, problems.size(), problems::toString);
  }

  private static ObjectNode properties(JsonNode template, String type) {
    for (JsonNode resource : template.path("Resources")) {
      if (resource.path("Type").asText().equals(type)) {
        return (ObjectNode) resource.path("Properties");
      }
    }
    throw new AssertionError("no " + type);
  }

  /** What the check prints, line by line. */
  private static List<String> problems(List<JsonNode> templates)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("node");
    command.add(Synthesised.MODULE.resolve("check-properties.js").toString());
    for (JsonNode template : templates) {
      Path file = Files.createTempFile(folder, "template", ".json");
      new ObjectMapper().writeValue(file.toFile(), template);
      command.add(file.toString());
    }
    Process check =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = new String(check.getInputStream().readAllBytes()).lines().toList();
    assertEquals(lines.isEmpty() ? 0 : 1, check.waitFor(), "exit code of the check");
    return lines;
  }
}
