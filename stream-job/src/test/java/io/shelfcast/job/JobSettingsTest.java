package io.shelfcast.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobSettingsTest {
  private static final Map<Setting, String> OTHER_THAN_DEFAULT =
      Map.ofEntries(
          Map.entry(Setting.STREAM, "other-events"),
          Map.entry(Setting.SOURCE_REGION, "eu-west-1"),
          Map.entry(Setting.SOURCE_ENDPOINT, "http://127.0.0.1:4567"),
          Map.entry(Setting.POSITION, "AT_TIMESTAMP"),
          Map.entry(Setting.TIMESTAMP, "2026-03-01T00:00:00Z"),
          Map.entry(Setting.CLOCK, "replay"),
          Map.entry(Setting.SHARD_IDLE, "5"),
          Map.entry(Setting.TABLE, "other-targets"),
          Map.entry(Setting.TARGETS_REGION, "eu-west-2"),
          Map.entry(Setting.TARGETS_ENDPOINT, "http://127.0.0.1:8000"),
          Map.entry(Setting.LAKE_ROOT, "s3://bucket/lake"),
          Map.entry(Setting.REBUILD, "true"),
          Map.entry(Setting.DISCOVERY, "3"),
          Map.entry(Setting.BUNDLE, "12"),
          Map.entry(Setting.SCORING_MODE, "sagemaker"),
          Map.entry(Setting.SHADOW, "sagemaker"),
          Map.entry(Setting.SHADOW_SHARE, "1"),
          Map.entry(Setting.SCORING_NAME, "other"),
          Map.entry(Setting.SCORING_REGION, "eu-west-3"),
          Map.entry(Setting.SCORING_ENDPOINT, "http://127.0.0.1:8080"),
          Map.entry(Setting.SCORING_DEADLINE, "50"),
          Map.entry(Setting.GENERATION, "77"),
          Map.entry(Setting.DEFAULT_ZONE, "Europe/London"),
          Map.entry(Setting.LATENESS, "10"),
          Map.entry(Setting.CLOSE_SPREAD, "20"),
          Map.entry(Setting.COALESCING, "250"),
          Map.entry(Setting.SAMPLED_DECISIONS, "10000"),
          Map.entry(Setting.ASSUMED_LEAD_TIME, "3"),
          Map.entry(Setting.ASSUMED_REVIEW_PERIOD, "2"),
          Map.entry(Setting.ASSUMED_SERVICE_LEVEL, "90"),
          Map.entry(Setting.LOCAL_PARALLELISM, "4"),
          Map.entry(Setting.LOCAL_CHECKPOINT_INTERVAL, "500"),
          Map.entry(Setting.LOCAL_CHECKPOINTS, "file:///var/checkpoints"),
          Map.entry(Setting.LOCAL_RESTORE, "file:///var/checkpoints/chk-1"),
          Map.entry(Setting.LOCAL_DASHBOARD, "8081"));

  @Test
  void theDefaultsAreThese() {
    JobSettings settings = TestSettings.of("lake.root", "file:///lake");
    assertEquals("pos-events", settings.text(Setting.STREAM));
    assertEquals("us-east-1", settings.text(Setting.SOURCE_REGION));
    assertEquals("TRIM_HORIZON", settings.text(Setting.POSITION));
    assertEquals("arrival", settings.text(Setting.CLOCK));
    assertEquals(Duration.ofMinutes(1), settings.duration(Setting.SHARD_IDLE));
    assertEquals("inventory-targets", settings.text(Setting.TABLE));
    assertEquals("us-east-1", settings.text(Setting.TARGETS_REGION));
    assertEquals(URI.create("file:///lake"), settings.address(Setting.LAKE_ROOT));
    assertFalse(settings.flag(Setting.REBUILD));
    assertEquals(Duration.ofSeconds(10), settings.duration(Setting.DISCOVERY));
    assertEquals("embedded", settings.text(Setting.SCORING_MODE));
    assertEquals("none", settings.text(Setting.SHADOW));
    assertEquals(100, settings.number(Setting.SHADOW_SHARE));
    assertEquals("shelfcast", settings.text(Setting.SCORING_NAME));
    assertEquals("us-east-1", settings.text(Setting.SCORING_REGION));
    assertEquals(Duration.ofSeconds(1), settings.duration(Setting.SCORING_DEADLINE));
    assertEquals("UTC", settings.text(Setting.DEFAULT_ZONE));
    assertEquals(Duration.ofMinutes(30), settings.duration(Setting.LATENESS));
    assertEquals(Duration.ofMinutes(30), settings.duration(Setting.CLOSE_SPREAD));
    assertEquals(Duration.ofSeconds(1), settings.duration(Setting.COALESCING));
    assertEquals(10, settings.number(Setting.SAMPLED_DECISIONS));
    assertEquals(7, settings.number(Setting.ASSUMED_LEAD_TIME));
    assertEquals(1, settings.number(Setting.ASSUMED_REVIEW_PERIOD));
    assertEquals(95, settings.number(Setting.ASSUMED_SERVICE_LEVEL));
    assertEquals(2, settings.number(Setting.LOCAL_PARALLELISM));
    assertEquals(Duration.ofSeconds(10), settings.duration(Setting.LOCAL_CHECKPOINT_INTERVAL));
    for (Setting absent :
        List.of(
            Setting.SOURCE_ENDPOINT,
            Setting.TIMESTAMP,
            Setting.TARGETS_ENDPOINT,
            Setting.BUNDLE,
            Setting.SCORING_ENDPOINT,
            Setting.GENERATION,
            Setting.LOCAL_CHECKPOINTS,
            Setting.LOCAL_RESTORE,
            Setting.LOCAL_DASHBOARD)) {
      assertFalse(settings.has(absent), absent.path());
    }
  }

  @Test
  void everySettingCanBeOtherThanItsDefault() {
    assertEquals(Setting.values().length, OTHER_THAN_DEFAULT.size());
    String[] pairs =
        OTHER_THAN_DEFAULT.entrySet().stream()
            .flatMap(e -> List.of(e.getKey().path(), e.getValue()).stream())
            .toArray(String[]::new);
    JobSettings settings = TestSettings.of(pairs);
    OTHER_THAN_DEFAULT.forEach(
        (setting, text) -> {
          assertFalse(text.equals(setting.otherwise().orElse(null)), setting.path());
          assertEquals(setting.kind().read(text), settings.value(setting), setting.path());
        });
    assertEquals(Instant.parse("2026-03-01T00:00:00Z"), settings.moment(Setting.TIMESTAMP));
  }

  @Test
  void allErrorsAreToldAtOnce() {
    Map<String, Properties> groups = new TreeMap<>();
    groups.put("source", properties("clock", "sundial", "timestamp", "yesterday", "steam", "x"));
    groups.put("job", properties("latenessMinutes", "-1", "defaultZone", "Mars/Olympus"));
    groups.put("misc", properties("secret", "hunter2"));
    RefusedSettings refused = assertThrows(RefusedSettings.class, () -> JobSettings.parse(groups));
    assertEquals(
        List.of(
            "source.timestamp must be an instant, as in 2026-01-31T00:00:00Z",
            "source.clock must be one of arrival, replay",
            "lake.root is missing: root of the lake, as in s3://bucket/lake or file:///var/lake",
            "job.defaultZone must be a time zone, as in Europe/London",
            "job.latenessMinutes must be a whole number from 0 to 1440",
            "misc.secret is not a setting",
            "source.steam is not a setting"),
        refused.errors());
    assertFalse(refused.getMessage().contains("hunter2"), "values are not told");
  }

  @Test
  void aTimestampAndItsPositionGoTogether() {
    for (Properties half :
        List.of(
            properties("position", "AT_TIMESTAMP"),
            properties("timestamp", "2026-03-01T00:00:00Z"))) {
      Map<String, Properties> groups =
          Map.of("source", half, "lake", properties("root", "file:///lake"));
      RefusedSettings refused =
          assertThrows(RefusedSettings.class, () -> JobSettings.parse(groups));
      assertEquals(1, refused.errors().size());
    }
  }

  @Test
  void answersFromElsewhereNeedTurns() {
    Map<String, Properties> groups =
        Map.of(
            "scoring", properties("mode", "sagemaker"),
            "job", properties("coalescingMillis", "0"),
            "lake", properties("root", "file:///lake"));
    RefusedSettings refused = assertThrows(RefusedSettings.class, () -> JobSettings.parse(groups));
    assertEquals(1, refused.errors().size());
  }

  @Test
  void aFileHasTheShapeThatTheManagedRuntimePasses(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("properties.json");
    Files.writeString(
        file,
        """
        [{"PropertyGroupId": "lake", "PropertyMap": {"root": "file:///lake"}},
         {"PropertyGroupId": "model", "PropertyMap": {"sequence": "4"}}]
        """);
    JobSettings settings = JobSettings.parse(PropertyGroups.ofFile(file));
    assertEquals(4, settings.number(Setting.BUNDLE));
  }

  @Test
  void aFileOfAnotherShapeIsRefusedInOneSentence(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("properties.json");
    for (String content : List.of("[{\"lake\": {}}]", "{", "")) {
      Files.writeString(file, content);
      RefusedSettings refused =
          assertThrows(RefusedSettings.class, () -> PropertyGroups.ofFile(file));
      assertEquals(1, refused.errors().size(), content);
    }
  }

  @Test
  void theDocsHoldTheTablesOfSettingsAndMetrics() throws IOException {
    String docs = Files.readString(Path.of("..", "docs", "settings.md"));
    assertEquals(true, docs.contains(Setting.table()), "settings:\n" + Setting.table());
    assertEquals(true, docs.contains(JobMetric.table()), "metrics:\n" + JobMetric.table());
  }

  private static Properties properties(String... keysAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return properties;
  }
}
