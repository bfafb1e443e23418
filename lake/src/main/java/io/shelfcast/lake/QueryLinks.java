package io.shelfcast.lake;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells SQL engines which files count: for each table and day a text file {@code
 * links/events/day=2024-05-01/symlink.txt} with their URIs, as Hive's SymlinkTextInputFormat reads
 * them. A table over {@code links/events/} reads no row twice while a compaction's grace lasts; one
 * over {@code events/} would.
 *
 * <p>A marker names the manifest that the links follow and the place they are for, and is written
 * after them: stopped in between, or moved with the lake, they are written again.
 */
final class QueryLinks {
  private static final String FOLDER = "links/";
  private static final String FILE = "/symlink.txt";
  private static final String MARKER = FOLDER + "manifest.txt";

  private final LakeFiles files;
  private final Manifests manifests;

  QueryLinks(LakeFiles files, Manifests manifests) {
    this.files = files;
    this.manifests = manifests;
  }

  /** Brings the links up to this manifest, and to newer ones that come meanwhile. */
  void follow(Manifest manifest) {
    Manifest target = manifest;
    String followed = followed();
    while (!followed.equals(Manifests.name(target.id()))) {
      relink(followed, target);
      followed = Manifests.name(target.id());
      target = manifests.newest();
    }
  }

  private void relink(String from, Manifest to) {
    Map<String, String> before = linksOf(from);
    Map<String, String> after = linksOf(to);
    Set<String> changed = new HashSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(day -> after.containsKey(day) && after.get(day).equals(before.get(day)));
    changed.parallelStream().forEach(day -> link(day, after.get(day)));
    write(MARKER, Manifests.name(to.id()) + root());
  }

  private void link(String day, String uris) {
    String path = FOLDER + day + FILE;
    if (uris == null) {
      files.delete(path);
    } else {
      write(path, uris);
    }
  }

  /** The links of a manifest; if it is gone, those that exist, with content unknown. */
  private Map<String, String> linksOf(String name) {
    Optional<Manifest> manifest = manifests.find(name);
    if (manifest.isPresent()) {
      return linksOf(manifest.get());
    }
    return files.list(FOLDER).stream()
        .map(LakeFile::path)
        .filter(path -> path.endsWith(FILE))
        .map(path -> path.substring(FOLDER.length(), path.length() - FILE.length()))
        .collect(Collectors.toMap(day -> day, day -> ""));
  }

  /** From the folder of each table and day to the URIs of its files. */
  private Map<String, String> linksOf(Manifest manifest) {
    return manifest.files().stream()
        .collect(
            Collectors.groupingBy(
                file -> file.table().folder(file.day()),
                TreeMap::new,
                Collectors.mapping(file -> files.uri(file.path()) + "\n", Collectors.joining())));
  }

  /** Name of the manifest that the links follow; nothing if they point into another place. */
  private String followed() {
    if (files.find(MARKER).isEmpty()) {
      return "";
    }
    String marker = new String(files.read(MARKER), StandardCharsets.UTF_8);
    return marker.endsWith(root()) ? marker.substring(0, marker.length() - root().length()) : "";
  }

  private String root() {
    return " in " + files.uri(MARKER);
  }

  private void write(String path, String content) {
    files.write(path, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
  }
}
