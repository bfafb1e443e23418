package io.shelfcast.job;

import com.amazonaws.services.kinesisanalytics.runtime.KinesisAnalyticsRuntime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where the property groups come from: the managed runtime, or a file of the same shape, {@code
 * [{"PropertyGroupId": "source", "PropertyMap": {"stream": "pos-events"}}]}.
 */
final class PropertyGroups {
  private PropertyGroups() {}

  /** Those of the managed runtime. */
  static Map<String, Properties> ofRuntime() throws IOException {
    return KinesisAnalyticsRuntime.getApplicationProperties();
  }

  /**
   * Those of a file.
   *
   * @throws RefusedSettings if the file cannot be read or has another shape
   */
  static Map<String, Properties> ofFile(Path file) throws RefusedSettings {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new RefusedSettings(List.of("the settings in " + file + " cannot be read as JSON"));
    }
    if (!root.isArray()) {
      throw new RefusedSettings(List.of(file + " must hold a JSON array of property groups"));
    }
    Map<String, Properties> groups = new TreeMap<>();
    for (JsonNode group : root) {
      JsonNode id = group.path("PropertyGroupId");
      JsonNode map = group.path("PropertyMap");
      if (!id.isTextual() || !map.isObject()) {
        throw new RefusedSettings(
            List.of("each entry of " + file + " needs a PropertyGroupId and a PropertyMap"));
      }
      Properties properties = groups.computeIfAbsent(id.asText(), any -> new Properties());
      map.fields().forEachRemaining(e -> properties.setProperty(e.getKey(), e.getValue().asText()));
    }
    return groups;
  }
}
