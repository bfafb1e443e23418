package io.shelfcast.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What cdk-nag and the CDK itself found wrong with synthesised stacks. */
final class Findings {
  private static final Set<String> KINDS = Set.of("aws:cdk:error", "aws:cdk:warning");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Findings() {}

  /**
   * Errors and warnings, one a line.
   *
   * @param out folder that the stacks were synthesised into
   */
  static List<String> in(Path out) throws IOException {
    List<String> findings = new ArrayList<>();
    JsonNode manifest = JSON.readTree(out.resolve("manifest.json").toFile());
    for (JsonNode artifact : manifest.path("artifacts")) {
      add(findings, artifact.path("metadata"));
      JsonNode file = artifact.path("additionalMetadataFile");
      if (file.isTextual()) {
        add(findings, JSON.readTree(out.resolve(file.asText()).toFile()));
      }
    }
    return findings;
  }

  private static void add(List<String> findings, JsonNode metadata) {
    metadata
        .fields()
        .forEachRemaining(
            construct -> {
              for (JsonNode entry : construct.getValue()) {
                if (KINDS.contains(entry.path("type").asText())) {
                  findings.add(construct.getKey() + ": " + entry.path("data").asText().trim());
                }
              }
            });
  }
}
