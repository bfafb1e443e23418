package io.shelfcast.trainer.flink;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/**
 * Where workers leave what they found and the trainer picks it up: a folder that all of them reach,
 * one file for each part. A part done twice leaves the same file twice.
 *
 * @param folder a URI that Flink has a file system for; belongs to one training
 */
record HandOver(String folder) implements Serializable {
  /** Leaves the result of a part. */
  void leave(int part, Object result) throws IOException {
    Path file = file(part);
    try (ObjectOutputStream out =
        new ObjectOutputStream(
            new BufferedOutputStream(file.getFileSystem().create(file, WriteMode.OVERWRITE)))) {
      out.writeObject(result);
    }
  }

  /** Picks up the result of a part, of the type that was left; empty if none was. */
  @SuppressWarnings("unchecked") // who left it was of this job
  <T> Optional<T> pickUp(int part) {
    Path file = file(part);
    try {
      FileSystem files = file.getFileSystem();
      if (!files.exists(file)) {
        return Optional.empty();
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new BufferedInputStream(files.open(file)))) {
        return Optional.of((T) in.readObject());
      } finally {
        files.delete(file, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("a worker is of another version", e);
    }
  }

  /** Deletes the folder. */
  void delete() {
    Path all = new Path(folder);
    try {
      all.getFileSystem().delete(all, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(int part) {
    return new Path(folder, "part-" + part);
  }
}
