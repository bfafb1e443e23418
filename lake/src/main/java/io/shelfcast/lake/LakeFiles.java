package io.shelfcast.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;

/**
 * The lake's only way to storage: whole files under one root, named by paths with slashes.
 *
 * <p>A file becomes visible whole or not at all. Every method throws {@link LakeException} naming
 * the file if the storage fails.
 */
public interface LakeFiles {
  /** Writes the content of a file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Files of a folder, at any depth, by path; none if there is no such folder. Names that start
   * with a dot or an underscore are in progress and left out, with all that is in them.
   */
  List<LakeFile> list(String folder);

  /** The file of this path, if there is one. */
  Optional<LakeFile> find(String path);

  /** Opens a file that exists. */
  SeekableByteChannel openRead(String path);

  /** The bytes of a small file that exists. */
  byte[] read(String path);

  /** Writes a file, replacing one that exists; if {@code content} throws, nothing has changed. */
  void write(String path, Content content);

  /** Writes a small file unless it exists; of several writers exactly one is told true. */
  boolean putIfAbsent(String path, byte[] content);

  /** Deletes a file; does nothing if there is none. */
  void delete(String path);

  /** Deletes what interrupted writes of this class left in a folder before the given time. */
  void deleteLeftovers(String folder, long beforeMillis);

  /** Where others find the file, as in {@code s3://bucket/lake/events/…}. */
  String uri(String path);
}
