package io.shelfcast.job;

import java.io.Serializable;
import java.util.Objects;

/** Which model bundle to use: enough to find it in the lake and to know that it is the same. */
public final class BundleReference implements Serializable {
  private static final long serialVersionUID = 1;

  private final long sequence;
  private final String folder;
  private final String sha256;

  /**
   * @param folder below the lake's root
   * @param sha256 of the manifest, in hex
   */
  public BundleReference(long sequence, String folder, String sha256) {
    this.sequence = sequence;
    this.folder = Objects.requireNonNull(folder);
    this.sha256 = Objects.requireNonNull(sha256);
  }

  public long sequence() {
    return sequence;
  }

  public String folder() {
    return folder;
  }

  public String sha256() {
    return sha256;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BundleReference
        && sequence == ((BundleReference) other).sequence
        && folder.equals(((BundleReference) other).folder)
        && sha256.equals(((BundleReference) other).sha256);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sequence, sha256);
  }

  @Override
  public String toString() {
    return folder + " (" + sha256 + ")";
  }
}
