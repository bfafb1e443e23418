package io.shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.forecast.GroupStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TestBundles.BundleFiles FILES = TestBundles.bundle(12, 1.25f);

  @Test
  void aBundleReadsBackAsItWasWritten() throws RefusedBundle {
    ModelBundle bundle = FILES.read();
    assertEquals(12, bundle.sequence());
    assertEquals(FeatureSchema.count(), bundle.forest().featureCount());
    assertEquals(FeatureSchema.names(), bundle.manifest().features().names());
    assertEquals("reg:squarederror", bundle.forest().objective());
    assertEquals(Instant.parse("2026-01-01T00:00:12Z"), bundle.manifest().createdAt());
    assertEquals("manifest-0000000001", bundle.manifest().training().lakeSnapshot());
    assertEquals(20_000, bundle.manifest().training().fromDay());
    assertEquals(20_365, bundle.manifest().training().throughDay());
    assertArrayEquals(TestBundles.errors().levels(), bundle.errors().levels());
    assertEquals(1, bundle.statistics().level());
    assertArrayEquals(FILES.manifestJson(), ModelBundle.write(bundle.manifest()));
    float[] out = new float[1];
    bundle.forest().scorer().predict(new float[FeatureSchema.count()], 0, 1, out);
    assertEquals(1.25f, out[0]);
  }

  @Test
  void floatsSurviveTheJsonToTheLastBit() throws RefusedBundle, IOException {
    Random random = new Random(3);
    float[][] rows = new float[500][4];
    float[] margins = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < 4; k++) {
        rows[i][k] = finite(random);
      }
      rows[i][i % 4] = i % 3 == 0 ? Float.NaN : -0f;
      margins[i] = finite(random);
    }
    byte[] json = JSON.writeValueAsBytes(new GoldenRows(rows, margins));
    GoldenRows read = JSON.treeToValue(JSON.readTree(json), GoldenRows.class);
    assertArrayEquals(margins, read.margins());
    for (int i = 0; i < rows.length; i++) {
      Float[] row = read.rowsForJson()[i];
      for (int k = 0; k < 4; k++) {
        float value = row[k] == null ? Float.NaN : row[k];
        assertEquals(Float.floatToIntBits(rows[i][k]), Float.floatToIntBits(value));
      }
    }
  }

  @Test
  void anotherModelFileIsRefused() {
    byte[] other = TestBundles.bundle(12, 1.5f).modelUbj();
    assertRefused(
        "The model file is not the one that the manifest was written for.",
        FILES.manifestJson(),
        other);
  }

  @Test
  void otherFeaturesAreRefusedBeforeTheModelIsRead() throws IOException {
    byte[] noModel = new byte[3];
    ObjectNode manifest = manifest();
    manifest.put("modelSha256", Sha256.of(noModel));
    manifest.withObject("/features").put("hash", "other");
    assertRefused(
        "The bundle was trained on other features than are computed here.",
        JSON.writeValueAsBytes(manifest),
        noModel);
    manifest.withObject("/features").put("hash", FeatureSchema.hash()).put("count", 3);
    assertRefused(
        "The manifest has 3 features where " + FeatureSchema.count() + " are computed here.",
        JSON.writeValueAsBytes(manifest),
        noModel);
  }

  @Test
  void aModelOverOtherFeaturesIsRefused() throws IOException {
    byte[] narrow = new TinyModel(2).constant(1).ubj();
    ObjectNode manifest = manifest().put("modelSha256", Sha256.of(narrow));
    assertRefused(
        "The model has 2 features where " + FeatureSchema.count() + " are computed here.",
        JSON.writeValueAsBytes(manifest),
        narrow);
  }

  @Test
  void aGoldenRowThatScoresDifferentlyIsRefused() throws IOException {
    ObjectNode manifest = manifest();
    manifest.withObject("/golden").withArray("margins").set(2, Math.nextUp(1.25f));
    assertRefused(
        "The model scores golden row 2 as 1.25, where its trainer had 1.2500001.",
        JSON.writeValueAsBytes(manifest),
        FILES.modelUbj());
  }

  @Test
  void anUnsoundManifestIsRefused() throws IOException {
    String unsound = "The bundle's manifest is not sound: ";
    assertRefused(unsound, new byte[0], FILES.modelUbj());
    assertRefused(unsound, "null".getBytes(), FILES.modelUbj());
    assertRefused(unsound, manifest().put("surprise", 1));
    assertRefused(unsound, manifest().put("sequence", 0));
    assertRefused(unsound, manifest().put("sequence", "12"));
    assertRefused(unsound, manifest().put("sequence", 1.5));
    assertRefused(unsound, manifest().put("createdAt", "yesterday"));
    assertRefused(unsound, manifest().putNull("errors"));
    for (String field : new String[] {"golden", "training", "features", "statistics", "errors"}) {
      assertRefused(unsound, manifest().without(field));
      assertRefused(unsound, manifest().set(field, JSON.createObjectNode()));
    }
  }

  @Test
  void aManifestFromBeforeStoresHadACourseOfTheDayOfTheirOwnIsRead()
      throws IOException, RefusedBundle {
    ObjectNode manifest = manifest();
    assertEquals(1, manifest.get("statistics").get("storeProfiles").size());
    ((ObjectNode) manifest.get("statistics")).remove("storeProfiles");
    GroupStatistics read =
        ModelBundle.read(JSON.writeValueAsBytes(manifest), FILES.modelUbj()).statistics();
    assertSame(read.dayProfile(), read.dayProfile("afternoons"));
    GroupStatistics known = FILES.read().statistics();
    assertEquals(0, known.dayProfile("afternoons").elapsed(0.25));
    assertEquals(0.25, known.dayProfile("another").elapsed(0.25));
  }

  @Test
  void noDamageToAManifestIsACrash() {
    byte[] json = FILES.manifestJson();
    Random random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = json.clone();
      damaged[random.nextInt(json.length)] ^= 1 << random.nextInt(8);
      try {
        ModelBundle.read(damaged, FILES.modelUbj());
      } catch (RefusedBundle e) {
        assertTrue(e.getMessage().endsWith("."), e.getMessage());
      }
    }
  }

  @Test
  void aFolderIsNamedBySevenDigits(@TempDir Path models) throws IOException, RefusedBundle {
    Path folder = FILES.writeTo(models);
    assertEquals("0000012", folder.getFileName().toString());
    ModelBundle bundle =
        ModelBundle.read(
            Files.readAllBytes(folder.resolve("manifest.json")),
            Files.readAllBytes(folder.resolve("model.ubj")));
    assertEquals(OptionalLong.of(bundle.sequence()), BundleFolder.sequence("0000012"));
    for (String name : new String[] {"12", "0000000", "00000012", "000001x", "_0000012", ""}) {
      assertEquals(OptionalLong.empty(), BundleFolder.sequence(name));
    }
    assertThrows(IllegalArgumentException.class, () -> BundleFolder.name(10_000_000));
  }

  @Test
  void goldenRowsAndScoresMustBeNumbers() {
    float[] one = {1};
    assertThrows(
        IllegalArgumentException.class,
        () -> new GoldenRows(new float[][] {{Float.POSITIVE_INFINITY}}, one));
    assertThrows(
        IllegalArgumentException.class, () -> new GoldenRows(new float[0][], new float[0]));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrainingRecord("m", 1, 2, Map.of(), Map.of("wape", Double.NaN)));
  }

  private static ObjectNode manifest() throws IOException {
    return (ObjectNode) JSON.readTree(FILES.manifestJson());
  }

  private static float finite(Random random) {
    float value = Float.intBitsToFloat(random.nextInt());
    return Float.isFinite(value) ? value : 0.1f;
  }

  private static void assertRefused(String reason, com.fasterxml.jackson.databind.JsonNode manifest)
      throws IOException {
    assertRefused(reason, JSON.writeValueAsBytes(manifest), FILES.modelUbj());
  }

  private static void assertRefused(String reason, byte[] manifest, byte[] model) {
    String message =
        assertThrows(RefusedBundle.class, () -> ModelBundle.read(manifest, model)).getMessage();
    assertTrue(message.startsWith(reason), message);
  }
}
