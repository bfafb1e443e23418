package io.shelfcast.model;

import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.forecast.DayProfile;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.forecast.LeadTimeErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Small valid bundles for tests that need a model but no training. */
public final class TestBundles {
  private TestBundles() {}

  /** The two files of a bundle. */
  public static final class BundleFiles {
    private final long sequence;
    private final byte[] manifestJson;
    private final byte[] modelUbj;

    private BundleFiles(long sequence, byte[] manifestJson, byte[] modelUbj) {
      this.sequence = sequence;
      this.manifestJson = manifestJson;
      this.modelUbj = modelUbj;
    }

    public byte[] manifestJson() {
      return manifestJson.clone();
    }

    public byte[] modelUbj() {
      return modelUbj.clone();
    }

    /** Reads them as the job does. */
    public ModelBundle read() throws RefusedBundle {
      return ModelBundle.read(manifestJson, modelUbj);
    }

    /** Writes the bundle's folder, the manifest last, and returns it. */
    public Path writeTo(Path modelsFolder) throws IOException {
      Path folder = Files.createDirectories(modelsFolder.resolve(BundleFolder.name(sequence)));
      Files.write(folder.resolve(BundleFolder.MODEL), modelUbj);
      Files.write(folder.resolve(BundleFolder.MANIFEST), manifestJson);
      return folder;
    }
  }

  /** A bundle that predicts the same for every row; a row is daily demand over the level. */
  public static BundleFiles bundle(long sequence, float constant) {
    return bundle(sequence, new TinyModel(FeatureSchema.count()).constant(constant));
  }

  /** A bundle around a model over the current features. */
  public static BundleFiles bundle(long sequence, TinyModel model) {
    return bundle(sequence, model.ubj(), errors(), statistics());
  }

  /** A bundle with a model, errors and statistics of the test's own. */
  public static BundleFiles bundle(
      long sequence, byte[] modelUbj, LeadTimeErrors errors, GroupStatistics statistics) {
    BundleManifest manifest =
        BundleManifest.of(
            sequence,
            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(sequence),
            modelUbj,
            golden(modelUbj),
            new TrainingRecord("manifest-0000000001", 20_000, 20_365, Map.of(), Map.of()),
            errors,
            statistics);
    return new BundleFiles(sequence, ModelBundle.write(manifest), modelUbj);
  }

  /** Errors of ±30 % and ±60 % of the forecast's square root, whatever the class and interval. */
  public static LeadTimeErrors errors() {
    double[] levels = {0.05, 0.25, 0.5, 0.75, 0.95};
    double[][][] quantiles = new double[DemandClass.values().length][2][];
    for (double[][] ofClass : quantiles) {
      ofClass[0] = new double[] {-0.6, -0.3, 0, 0.3, 0.6};
      ofClass[1] = new double[] {-0.6, -0.3, 0, 0.3, 0.6};
    }
    return new LeadTimeErrors(new int[] {1, 30}, levels, quantiles);
  }

  /**
   * Demand spread evenly over the day, in the store "afternoons" over its later half; one unit a
   * day where nothing is known.
   */
  public static GroupStatistics statistics() {
    double[] profile = new double[25];
    double[] afternoons = new double[25];
    for (int hour = 0; hour < profile.length; hour++) {
      profile[hour] = hour / 24.0;
      afternoons[hour] = Math.max(0, hour - 12) / 12.0;
    }
    return new GroupStatistics(
        new DayProfile(profile),
        Map.of("afternoons", new DayProfile(afternoons)),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        1);
  }

  private static GoldenRows golden(byte[] modelUbj) {
    int features = FeatureSchema.count();
    float[][] rows = new float[4][features];
    for (int row = 0; row < rows.length; row++) {
      for (int feature = 0; feature < features; feature++) {
        rows[row][feature] = (row + feature) % 5 == 0 ? Float.NaN : 0.5f * row - feature;
      }
    }
    float[] margins = new float[rows.length];
    try {
      Scorer scorer = Forest.read(modelUbj).scorer();
      for (int row = 0; row < rows.length; row++) {
        float[] margin = new float[1];
        scorer.margins(rows[row], 0, 1, margin);
        margins[row] = margin[0];
      }
    } catch (RefusedBundle e) {
      throw new IllegalArgumentException(e);
    }
    return new GoldenRows(rows, margins);
  }
}
