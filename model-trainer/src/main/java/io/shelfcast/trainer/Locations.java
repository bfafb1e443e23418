package io.shelfcast.trainer;

import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where a lake lies, as a user writes it: a URI with a scheme, or a path. */
public final class Locations {
  private Locations() {}

  /**
   * Opens the lake.
   *
   * @throws LakeException if there can be none
   */
  public static Lake lake(String location) {
    if (!location.contains(":/")) {
      return Lake.open(Path.of(location));
    }
    try {
      return Lake.open(new URI(location));
    } catch (URISyntaxException e) {
      throw new LakeException("Cannot open a lake at " + location + ": it is no URI.", e);
    }
  }
}
