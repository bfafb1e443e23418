package io.shelfcast.model;

import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.forecast.LeadTimeErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A checked model with all that goes with it; immutable, swapped as a whole or not at all. */
public final class ModelBundle {
  private final BundleManifest manifest;
  private final Forest forest;

  private ModelBundle(BundleManifest manifest, Forest forest) {
    this.manifest = manifest;
    this.forest = forest;
  }

  /**
   * Reads the bundle that lies in a folder, as {@link #read(byte[], byte[])} does.
   *
   * @throws RefusedBundle if it may not be used here
   */
  public static ModelBundle read(Path folder) throws IOException, RefusedBundle {
    return read(
        Files.readAllBytes(folder.resolve(BundleFolder.MANIFEST)),
        Files.readAllBytes(folder.resolve(BundleFolder.MODEL)));
  }

  /**
   * Reads a bundle and makes sure that it may be used here.
   *
   * @throws RefusedBundle if the manifest is not sound, the model is not the file it was written
   *     for, the features are not the ones computed here, the model is of an unknown kind, or a
   *     golden row scores differently, in this order
   */
  public static ModelBundle read(byte[] manifestJson, byte[] modelUbj) throws RefusedBundle {
    BundleManifest manifest = ManifestJson.read(manifestJson);
    if (!manifest.modelSha256().equals(Sha256.of(modelUbj))) {
      throw new RefusedBundle("The model file is not the one that the manifest was written for.");
    }
    checkFeatures(manifest.features());
    Forest forest = Forest.read(modelUbj);
    if (forest.featureCount() != FeatureSchema.count()) {
      throw otherCount("model", forest.featureCount());
    }
    manifest.golden().check(forest);
    return new ModelBundle(manifest, forest);
  }

  private static void checkFeatures(FeatureList features) throws RefusedBundle {
    if (!features.hash().equals(FeatureSchema.hash())) {
      throw new RefusedBundle("The bundle was trained on other features than are computed here.");
    }
    if (features.count() != FeatureSchema.count()) {
      throw otherCount("manifest", features.count());
    }
  }

  private static RefusedBundle otherCount(String where, int count) {
    return new RefusedBundle(
        String.format(
            "The %s has %d features where %d are computed here.",
            where, count, FeatureSchema.count()));
  }

  /** The manifest as it stands in the bundle's folder, beside the model's own bytes. */
  public static byte[] write(BundleManifest manifest) {
    return ManifestJson.write(manifest);
  }

  public long sequence() {
    return manifest.sequence();
  }

  public Forest forest() {
    return forest;
  }

  /** Quantiles of the errors of cumulated demand. */
  public LeadTimeErrors errors() {
    return manifest.errors();
  }

  public GroupStatistics statistics() {
    return manifest.statistics();
  }

  public BundleManifest manifest() {
    return manifest;
  }
}
