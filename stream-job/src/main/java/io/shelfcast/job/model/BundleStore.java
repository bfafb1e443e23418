package io.shelfcast.job.model;

import io.shelfcast.job.BundleReference;
import io.shelfcast.model.BundleFolder;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.model.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** The model bundles in the lake, local or in S3, as the trainer leaves them there. */
public final class BundleStore implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String FOLDER = "models";

  private final URI root;

  /**
   * @param root of the lake
   */
  public BundleStore(URI root) {
    this.root = root;
  }

  /** Sequences of the bundles that are complete, the newest first; none if there is no folder. */
  public List<Long> sequences() throws IOException {
    Path models = path(FOLDER);
    FileSystem files = models.getFileSystem();
    List<Long> found = new ArrayList<>();
    for (FileStatus status : list(files, models)) {
      long sequence = BundleFolder.sequence(status.getPath().getName()).orElse(0);
      if (sequence > 0 && files.exists(path(folder(sequence) + "/" + BundleFolder.MANIFEST))) {
        found.add(sequence);
      }
    }
    found.sort(Comparator.reverseOrder());
    return found;
  }

  private static FileStatus[] list(FileSystem files, Path folder) throws IOException {
    try {
      FileStatus[] found = files.listStatus(folder);
      return found == null ? new FileStatus[0] : found;
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /** Refers to a bundle as it lies there now. */
  public BundleReference refer(long sequence) throws IOException {
    byte[] manifest = read(folder(sequence) + "/" + BundleFolder.MANIFEST);
    return new BundleReference(sequence, folder(sequence), Sha256.of(manifest));
  }

  /**
   * Loads and checks a bundle.
   *
   * @throws RefusedBundle if it may not be used, or is not the one referred to any more
   */
  public ModelBundle load(BundleReference reference) throws IOException, RefusedBundle {
    byte[] manifest = read(reference.folder() + "/" + BundleFolder.MANIFEST);
    if (!Sha256.of(manifest).equals(reference.sha256())) {
      throw new RefusedBundle("The manifest in " + reference.folder() + " was replaced.");
    }
    byte[] model = read(reference.folder() + "/" + BundleFolder.MODEL);
    ModelBundle bundle = ModelBundle.read(manifest, model);
    if (bundle.sequence() != reference.sequence()) {
      throw new RefusedBundle(
          "The bundle in " + reference.folder() + " says it is number " + bundle.sequence() + ".");
    }
    return bundle;
  }

  private static String folder(long sequence) {
    return FOLDER + "/" + BundleFolder.name(sequence);
  }

  private byte[] read(String file) throws IOException {
    Path path = path(file);
    try (InputStream in = path.getFileSystem().open(path)) {
      return in.readAllBytes();
    }
  }

  private Path path(String below) {
    return new Path(root.toString().replaceAll("/+$", "") + "/" + below);
  }
}
