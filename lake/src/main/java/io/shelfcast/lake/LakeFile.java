package io.shelfcast.lake;

/** A file as storage lists it. */
public final class LakeFile {
  private final String path;
  private final long bytes;
  private final long modifiedAt;

  /**
   * @param path below the root, with slashes
   * @param modifiedAt milliseconds since the epoch, by the storage's clock
   */
  public LakeFile(String path, long bytes, long modifiedAt) {
    this.path = path;
    this.bytes = bytes;
    this.modifiedAt = modifiedAt;
  }

  public String path() {
    return path;
  }

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  public long bytes() {
    return bytes;
  }

  public long modifiedAt() {
    return modifiedAt;
  }

  /** Whether a file or folder of this name is in progress, never to be read. */
  public static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  @Override
  public String toString() {
    return path + " (" + bytes + " bytes)";
  }
}
