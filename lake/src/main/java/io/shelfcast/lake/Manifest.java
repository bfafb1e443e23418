package io.shelfcast.lake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The complete files of the lake at one time, and the files that others have replaced but that
 * readers of earlier manifests may still need. Immutable, as its file is.
 */
@JsonPropertyOrder({"id", "createdAt", "previous", "files", "replaced"})
final class Manifest {
  static final Manifest EMPTY =
      new Manifest(0, Instant.EPOCH.toString(), 0, List.of(), new TreeMap<>());

  private final long id;
  private final String createdAt;
  private final long previous;
  private final List<DataFile> files;
  private final TreeMap<String, String> replaced;

  /**
   * @param createdAt ISO-8601
   * @param previous id of the manifest this one continues; 0 for none
   * @param replaced path to the time, ISO-8601, since when no newer manifest lists it
   */
  @JsonCreator
  Manifest(
      @JsonProperty(value = "id", required = true) long id,
      @JsonProperty(value = "createdAt", required = true) String createdAt,
      @JsonProperty(value = "previous", required = true) long previous,
      @JsonProperty(value = "files", required = true) List<DataFile> files,
      @JsonProperty(value = "replaced", required = true) TreeMap<String, String> replaced) {
    this.id = id;
    this.createdAt = createdAt;
    this.previous = previous;
    this.files = new ArrayList<>(files);
    this.files.sort(
        Comparator.comparing(DataFile::table)
            .thenComparing(DataFile::day)
            .thenComparing(DataFile::path));
    this.replaced = replaced;
    Instant.parse(createdAt);
    replaced.values().forEach(Instant::parse);
  }

  @JsonProperty
  long id() {
    return id;
  }

  @JsonProperty
  String createdAt() {
    return createdAt;
  }

  @JsonProperty
  long previous() {
    return previous;
  }

  /** By table, day and path. */
  @JsonProperty
  List<DataFile> files() {
    return files;
  }

  @JsonProperty
  TreeMap<String, String> replaced() {
    return replaced;
  }

  /** Paths replaced at or before the given time. */
  Set<String> replacedUntil(Instant time) {
    Set<String> paths = new HashSet<>();
    replaced.forEach(
        (path, since) -> {
          if (!Instant.parse(since).isAfter(time)) {
            paths.add(path);
          }
        });
    return paths;
  }

  /** The manifest after this one, with other files. */
  Manifest withFiles(List<DataFile> now, Instant at) {
    return new Manifest(id + 1, at.toString(), id, now, replaced);
  }

  /** The manifest after this one, with some of its files replaced by others. */
  Manifest replacing(Collection<DataFile> old, Collection<DataFile> by, Instant at) {
    List<DataFile> now = new ArrayList<>(files);
    now.removeAll(new HashSet<>(old));
    now.addAll(by);
    TreeMap<String, String> marked = new TreeMap<>(replaced);
    old.forEach(file -> marked.put(file.path(), at.toString()));
    return new Manifest(id + 1, at.toString(), id, now, marked);
  }

  /** The manifest after this one, without replaced files that are deleted. */
  Manifest forgetting(Set<String> deleted, Instant at) {
    TreeMap<String, String> left = new TreeMap<>(replaced);
    left.keySet().removeAll(deleted);
    return new Manifest(id + 1, at.toString(), id, files, left);
  }
}
