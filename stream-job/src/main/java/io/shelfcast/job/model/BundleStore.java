package io.shelfcast.job.model;

import io.shelfcast.job.BundleReference;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeException;
import io.shelfcast.lake.LakeFiles;
import io.shelfcast.model.BundleFolder;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.model.Sha256;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The model bundles in the lake, local or in S3, as the trainer leaves them there. */
public final class BundleStore implements Serializable {
  private static final long serialVersionUID = 1;

  private final URI root;

  /**
   * @param root of the lake
   */
  public BundleStore(URI root) {
    this.root = root;
  }

  /** Sequences of the bundles that are complete, the newest first; none if there is no folder. */
  public List<Long> sequences() throws IOException {
    return ask(
        files ->
            files.list(BundleFolder.ALL).stream()
                .map(file -> BundleFolder.sequenceBeside(file.path(), BundleFolder.MANIFEST))
                .flatMapToLong(OptionalLong::stream)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.toList()));
  }

  /** Refers to a bundle as it lies there now. */
  public BundleReference refer(long sequence) throws IOException {
    String folder = BundleFolder.path(sequence);
    byte[] manifest = read(folder + "/" + BundleFolder.MANIFEST);
    return new BundleReference(sequence, folder, Sha256.of(manifest));
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

  private byte[] read(String file) throws IOException {
    return ask(files -> files.read(file));
  }

  private <T> T ask(Function<LakeFiles, T> question) throws IOException {
    try {
      return question.apply(Lake.open(root).files());
    } catch (LakeException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
