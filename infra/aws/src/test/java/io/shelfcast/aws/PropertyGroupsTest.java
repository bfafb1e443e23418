package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.RefusedSettings;
import io.shelfcast.job.Setting;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PropertyGroupsTest {
  @Test
  void theJobTakesTheSettingsThatItIsGiven() throws Exception {
    JobSettings settings = JobSettings.parse(groups());

    assertEquals("us-east-1", settings.text(Setting.SOURCE_REGION));
    assertEquals("us-east-1", settings.text(Setting.TARGETS_REGION));
    assertEquals(URI.create("s3://imported/lake"), settings.address(Setting.LAKE_ROOT));
    assertEquals("imported", settings.text(Setting.STREAM));
    assertEquals("imported", settings.text(Setting.TABLE));
    assertEquals("UTC", settings.text(Setting.DEFAULT_ZONE));
  }

  @Test
  void aGroupThatTheJobDoesNotKnowIsRefused() {
    Map<String, Properties> groups = groups();
    groups.get("lake").setProperty("rot", "s3://bucket/lake");

    RefusedSettings refused = assertThrows(RefusedSettings.class, () -> JobSettings.parse(groups));
    assertEquals(true, refused.getMessage().contains("lake.rot is not a setting"));
  }

  private static Map<String, Properties> groups() {
    JsonNode application =
        Synthesised.properties("AWS::KinesisAnalyticsV2::Application").findAny().orElseThrow();
    Map<String, Properties> groups = new HashMap<>();
    for (JsonNode group :
        Resolved.of(
            application
                .path("ApplicationConfiguration")
                .path("EnvironmentProperties")
                .path("PropertyGroups"))) {
      Properties properties = new Properties();
      group
          .path("PropertyMap")
          .fields()
          .forEachRemaining(e -> properties.setProperty(e.getKey(), e.getValue().asText()));
      groups.put(group.path("PropertyGroupId").asText(), properties);
    }
    return groups;
  }
}
