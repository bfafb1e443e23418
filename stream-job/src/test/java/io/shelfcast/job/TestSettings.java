package io.shelfcast.job;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Settings of the job for tests: the defaults but for what is given. */
public final class TestSettings {
  private TestSettings() {}

  /** Reads pairs of a setting's path and its value. */
  public static JobSettings of(String... pathsAndValues) {
    Map<String, Properties> groups = new TreeMap<>();
    for (int i = 0; i < pathsAndValues.length; i += 2) {
      String[] path = pathsAndValues[i].split("\\.", 2);
      groups
          .computeIfAbsent(path[0], any -> new Properties())
          .setProperty(path[1], pathsAndValues[i + 1]);
    }
    try {
      return JobSettings.parse(groups);
    } catch (RefusedSettings e) {
      throw new IllegalArgumentException(e);
    }
  }
}
