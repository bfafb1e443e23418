package io.shelfcast.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.RefusedSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The job's settings on this machine as property groups, in the form the managed runtime passes
 * them.
 *
 * @see io.shelfcast.job.Setting what each one means
 */
final class JobProperties {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Properties> groups = new TreeMap<>();

  /** Stream, table, lake and checkpoints of this machine. */
  static JobProperties of(LocalState state, Ports ports) {
    return new JobProperties()
        .set("source.endpoint", ports.kinesisEndpoint())
        .set("targets.endpoint", ports.dynamodbEndpoint())
        .set("lake.root", state.lake().toUri().toString())
        .set("local.checkpoints", state.checkpoints().toUri().toString())
        .set("local.dashboardPort", Integer.toString(ports.dashboard()));
  }

  /**
   * Sets one setting.
   *
   * @param path group and key, as in {@code model.sequence}
   * @throws Problem if there is no dot in the path
   */
  JobProperties set(String path, String value) {
    int dot = path.indexOf('.');
    if (dot < 1) {
      throw new Problem("A setting is named GROUP.KEY, not " + path + ".");
    }
    groups
        .computeIfAbsent(path.substring(0, dot), any -> new Properties())
        .setProperty(path.substring(dot + 1), value);
    return this;
  }

  /**
   * The settings as the job reads them.
   *
   * @throws Problem naming all that is wrong
   */
  JobSettings parse() {
    try {
      return JobSettings.parse(groups);
    } catch (RefusedSettings e) {
      throw new Problem("The job's settings are wrong: " + String.join("; ", e.errors()) + ".", e);
    }
  }

  /** Writes {@code [{"PropertyGroupId": …, "PropertyMap": {…}}, …]}. */
  void write(Path file) {
    ArrayNode root = JSON.createArrayNode();
    groups.forEach(
        (group, properties) -> {
          var map = root.addObject().put("PropertyGroupId", group).putObject("PropertyMap");
          new TreeMap<>(properties).forEach((key, value) -> map.put("" + key, "" + value));
        });
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    } catch (IOException e) {
      throw new Problem(file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }
}
