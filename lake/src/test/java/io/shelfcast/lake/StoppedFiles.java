package io.shelfcast.lake;

import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Storage whose user is killed once it has made a chosen number of changes. */
final class StoppedFiles implements LakeFiles {
  /** The kill. */
  static final class Stopped extends RuntimeException {}

  private final LakeFiles files;
  private final AtomicInteger changesLeft;

  StoppedFiles(LakeFiles files, int changes) {
    this.files = files;
    this.changesLeft = new AtomicInteger(changes);
  }

  private void change(Runnable change) {
    if (changesLeft.decrementAndGet() < 0) {
      throw new Stopped();
    }
    change.run();
  }

  @Override
  public void write(String path, Content content) {
    change(() -> files.write(path, content));
  }

  @Override
  public boolean putIfAbsent(String path, byte[] content) {
    boolean[] won = new boolean[1];
    change(() -> won[0] = files.putIfAbsent(path, content));
    return won[0];
  }

  @Override
  public void delete(String path) {
    change(() -> files.delete(path));
  }

  @Override
  public void deleteLeftovers(String folder, long beforeMillis) {
    files.deleteLeftovers(folder, beforeMillis);
  }

  @Override
  public List<LakeFile> list(String folder) {
    return files.list(folder);
  }

  @Override
  public Optional<LakeFile> find(String path) {
    return files.find(path);
  }

  @Override
  public SeekableByteChannel openRead(String path) {
    return files.openRead(path);
  }

  @Override
  public byte[] read(String path) {
    return files.read(path);
  }

  @Override
  public String uri(String path) {
    return files.uri(path);
  }
}
