package io.shelfcast.job;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The job's settings, read once and never changed.
 *
 * @see Setting all of them, with defaults and meanings
 */
public final class JobSettings implements Serializable {
  private static final long serialVersionUID = 1;

  private final EnumMap<Setting, Object> values;

  private JobSettings(EnumMap<Setting, Object> values) {
    this.values = values;
  }

  /**
   * Reads property groups as the managed runtime passes them.
   *
   * @throws RefusedSettings naming everything that is wrong with them
   */
  public static JobSettings parse(Map<String, Properties> groups) throws RefusedSettings {
    List<String> errors = new ArrayList<>();
    EnumMap<Setting, Object> values = new EnumMap<>(Setting.class);
    Map<String, Setting> known = new HashMap<>();
    for (Setting setting : Setting.values()) {
      known.put(setting.path(), setting);
      Properties group = groups.getOrDefault(setting.group(), new Properties());
      read(setting, group.getProperty(setting.key()), values, errors);
    }
    for (String path : paths(groups)) {
      if (!known.containsKey(path)) {
        errors.add(path + " is not a setting");
      }
    }
    check(values, errors);
    if (!errors.isEmpty()) {
      throw new RefusedSettings(errors);
    }
    return new JobSettings(values);
  }

  private static void read(
      Setting setting, String given, Map<Setting, Object> values, List<String> errors) {
    String text = given != null ? given : setting.otherwise().orElse(null);
    if (text == null) {
      if (setting.isRequired()) {
        errors.add(setting.path() + " is missing: " + setting.meaning());
      }
      return;
    }
    try {
      values.put(setting, setting.kind().read(text));
    } catch (IllegalArgumentException e) {
      errors.add(setting.path() + " must be " + setting.kind().description());
    }
  }

  private static TreeSet<String> paths(Map<String, Properties> groups) {
    TreeSet<String> paths = new TreeSet<>();
    groups.forEach(
        (group, properties) ->
            properties.stringPropertyNames().forEach(key -> paths.add(group + "." + key)));
    return paths;
  }

  private static void check(Map<Setting, Object> values, List<String> errors) {
    boolean byTimestamp = "AT_TIMESTAMP".equals(values.get(Setting.POSITION));
    if (byTimestamp != values.containsKey(Setting.TIMESTAMP)) {
      errors.add("source.timestamp and source.position=AT_TIMESTAMP must be given together");
    }
    if ("sagemaker".equals(values.get(Setting.SCORING_MODE))
        && Long.valueOf(0).equals(values.get(Setting.COALESCING))) {
      errors.add(
          "scoring.mode=sagemaker needs a job.coalescingMillis above 0:"
              + " answers are taken at the end of a turn");
    }
  }

  /** Whether an optional setting was given or has a default. */
  public boolean has(Setting setting) {
    return values.containsKey(setting);
  }

  public String text(Setting setting) {
    return (String) present(setting);
  }

  public boolean flag(Setting setting) {
    return (Boolean) present(setting);
  }

  /** In the unit its key ends with. */
  public long number(Setting setting) {
    return (Long) present(setting);
  }

  /** A number of milliseconds, seconds, minutes or hours, as its key's end says. */
  public Duration duration(Setting setting) {
    long number = number(setting);
    String key = setting.key();
    if (key.endsWith("Millis")) {
      return Duration.ofMillis(number);
    }
    if (key.endsWith("Seconds")) {
      return Duration.ofSeconds(number);
    }
    if (key.endsWith("Minutes")) {
      return Duration.ofMinutes(number);
    }
    throw new IllegalArgumentException(setting.path() + " is no duration");
  }

  public OptionalLong optionalNumber(Setting setting) {
    return has(setting) ? OptionalLong.of(number(setting)) : OptionalLong.empty();
  }

  public URI address(Setting setting) {
    return (URI) present(setting);
  }

  public Optional<URI> optionalAddress(Setting setting) {
    return Optional.ofNullable((URI) values.get(setting));
  }

  public Instant moment(Setting setting) {
    return (Instant) present(setting);
  }

  /** What was read, or null. */
  Object value(Setting setting) {
    return values.get(setting);
  }

  private Object present(Setting setting) {
    Object value = value(setting);
    if (value == null) {
      throw new IllegalStateException(setting.path() + " is absent");
    }
    return value;
  }
}
