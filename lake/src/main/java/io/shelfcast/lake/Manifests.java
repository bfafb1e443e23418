package io.shelfcast.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lake's manifests, numbered without gaps; a number is given out once. */
final class Manifests {
  private static final String FOLDER = "manifests";
  private static final Pattern NAME = Pattern.compile("manifest-(\\d{10})");
  private static final String SUFFIX = ".json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final LakeFiles files;

  Manifests(LakeFiles files) {
    this.files = files;
  }

  static String name(long id) {
    return String.format("manifest-%010d", id);
  }

  /** The newest, or {@link Manifest#EMPTY}. */
  Manifest newest() {
    List<Long> ids = ids();
    return ids.isEmpty() ? Manifest.EMPTY : read(Collections.max(ids));
  }

  /**
   * The manifest of this name.
   *
   * @throws LakeException if there is none, or it is damaged
   */
  Manifest read(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new LakeException(
          "'" + name + "' is no snapshot of the lake; names look like " + name(12) + ".");
    }
    long id = Long.parseLong(matcher.group(1));
    return id == 0 ? Manifest.EMPTY : read(id);
  }

  /** The manifest of this name, if it exists. */
  Optional<Manifest> find(String name) {
    boolean exists =
        NAME.matcher(name).matches() && files.find(FOLDER + "/" + name + SUFFIX).isPresent();
    return exists ? Optional.of(read(name)) : Optional.empty();
  }

  private Manifest read(long id) {
    String path = path(id);
    try {
      Manifest manifest = JSON.readValue(files.read(path), Manifest.class);
      if (manifest.id() != id) {
        throw new LakeException(path + " is damaged: it says it is number " + manifest.id() + ".");
      }
      return manifest;
    } catch (JsonProcessingException e) {
      throw new LakeException(path + " is damaged: " + e.getOriginalMessage() + ".", e);
    } catch (IOException e) {
      throw new LakeException(path + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** Writes a manifest; false if another writer has taken its number. */
  boolean commit(Manifest manifest) {
    try {
      return files.putIfAbsent(path(manifest.id()), JSON.writeValueAsBytes(manifest));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Deletes manifests followed by another before the given time. */
  void deleteSupersededBefore(Instant time) {
    List<LakeFile> listed = files.list(FOLDER);
    for (int i = 0; i + 1 < listed.size(); i++) {
      if (listed.get(i + 1).modifiedAt() < time.toEpochMilli()) {
        files.delete(listed.get(i).path());
      }
    }
  }

  private List<Long> ids() {
    return files.list(FOLDER).stream()
        .map(file -> NAME.matcher(file.name().replace(SUFFIX, "")))
        .filter(Matcher::matches)
        .map(matcher -> Long.parseLong(matcher.group(1)))
        .collect(Collectors.toList());
  }

  private static String path(long id) {
    return FOLDER + "/" + name(id) + SUFFIX;
  }
}
