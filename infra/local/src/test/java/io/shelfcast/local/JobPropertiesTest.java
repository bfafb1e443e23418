package io.shelfcast.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.Setting;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobPropertiesTest {
  private static final Ports PORTS = new Ports(4001, 4002, 4003);

  @TempDir Path folder;

  @Test
  void theJobReadsWhatThisMachineSets() {
    JobSettings settings = properties().set("model.sequence", "7").parse();

    assertEquals(4001, settings.address(Setting.SOURCE_ENDPOINT).getPort());
    assertEquals(4002, settings.address(Setting.TARGETS_ENDPOINT).getPort());
    assertEquals(4003, settings.number(Setting.LOCAL_DASHBOARD));
    assertEquals(7, settings.number(Setting.BUNDLE));
    assertEquals(folder.resolve("lake"), Path.of(settings.address(Setting.LAKE_ROOT)));
  }

  @Test
  void aWrongSettingIsNamed() {
    Problem refused =
        assertThrows(Problem.class, () -> properties().set("model.colour", "red").parse());

    assertEquals(
        "The job's settings are wrong: model.colour is not a setting.", refused.getMessage());
    assertThrows(Problem.class, () -> properties().set("colour", "red"));
  }

  @Test
  void theFileHasTheShapeTheManagedRuntimePasses() throws IOException {
    Path file = folder.resolve("properties.json");
    properties().write(file);

    JsonNode groups = new ObjectMapper().readTree(file.toFile());
    JsonNode source = groups.findParent("PropertyGroupId");
    assertTrue(groups.isArray() && source.path("PropertyMap").isObject(), groups.toString());
    assertEquals(
        "http://127.0.0.1:4001",
        groups.findValues("PropertyMap").stream()
            .map(m -> m.path("endpoint").asText())
            .filter(e -> e.endsWith("4001"))
            .findFirst()
            .orElseThrow());
  }

  private JobProperties properties() {
    return JobProperties.of(new LocalState(folder), PORTS);
  }
}
