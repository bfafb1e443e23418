package io.shelfcast.local;

import io.shelfcast.lake.Lake;
import java.net.URI;
import picocli.CommandLine.Option;

/** Which lake a command reads. */
final class LakeOption {
  @Option(
      names = "--lake",
      paramLabel = "ROOT",
      description = "Folder or URI of the lake (default: lake in the folder of --dir).")
  private URI root;

  Lake open(LocalState state) {
    return Lake.open(root(state));
  }

  URI root(LocalState state) {
    return root == null ? state.lake().toUri() : root;
  }
}
