package io.shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusedModelTest {
  @Test
  void bytesThatAreNotUbjsonAreRefused() {
    assertRefused("The model file ends too early, at byte 0.", new byte[0]);
    assertRefused("The model file is not UBJSON, at byte 1.", bytes("<xml/>"));
    assertRefused("The model file has an unknown type, at byte 5.", bytes("{i\1ax}"));
    assertRefused("The model file names a field twice, at byte 9.", bytes("{i\1aTi\1aT}"));
    assertRefused("The model file goes on after its end, at byte 2.", bytes("{}{}"));
  }

  @Test
  void countsBeyondTheFileTakeNoMemory() {
    assertRefused("The model file ends too early", bytes("{i\1a[$d#l\177\377\377\377"));
    assertRefused("The model file ends too early", bytes("{i\1a[$i#l\177\377\377\377"));
    assertRefused("The model file ends too early", bytes("{i\1a[#l\177\377\377\377"));
    assertRefused("The model file ends too early", bytes("{i\1aSl\177\377\377\377"));
    assertRefused("The model file has a negative count", bytes("{i\1aSl\377\377\377\377"));
    assertRefused("The model file has a number beyond 32 bits", bytes("{L\0\0\0\1\0\0\0\0"));
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackEnds() {
    assertRefused("The model file is nested too deep", bytes("{i\1a" + "[#i\1".repeat(100_000)));
  }

  @Test
  void otherKindsOfModelAreRefused() {
    assertSpoiled("The model was not written by xgboost 3.0.", "version", new int[] {3, 4, 0});
    assertSpoiled(
        "The model's booster is 'dart' and not gbtree.", "learner.gradient_booster.name", "dart");
    assertSpoiled(
        "The model's objective 'binary:logistic' is not known here.",
        "learner.objective.name",
        "binary:logistic");
    String parameters = "learner.learner_model_param.";
    assertSpoiled(
        "The model tells classes apart instead of predicting a number.",
        parameters + "num_class",
        "3");
    assertSpoiled(
        "The model predicts several numbers a row instead of one.", parameters + "num_target", "2");
    assertSpoiled(
        "The model file has no count 'learner.learner_model_param.num_feature'.",
        parameters + "num_feature",
        "many");
    assertSpoiled(
        "The model has 0 features; 1 to 32768 are possible.", parameters + "num_feature", "0");
  }

  @Test
  void aBaseOfAnotherFormIsRefused() {
    for (String base : List.of("[5E-1]", "", "NaN", "1E99", "0x1p3", "1f", "+1")) {
      assertSpoiled(
          "The model's base_score '" + base + "' is of an unknown form.",
          "learner.learner_model_param.base_score",
          base);
    }
    assertRefused(
        "The model's base_score '0E0' is of an unknown form.",
        new TinyModel(1).objective("reg:tweedie").constant(1).ubj());
  }

  @Test
  void unsoundTreesAreRefused() {
    assertTree("has a link that leads nowhere or in a circle", new int[] {0, -1, -1}, 0);
    assertTree("has a link that leads nowhere or in a circle", new int[] {3, -1, -1}, 0);
    assertTree("has a link that leads nowhere or in a circle", new int[] {2, -1, -1}, 0);
    assertTree("has a node with a single child", new int[] {-1, -1, -1}, 0);
    assertTree("splits on a feature that the model does not have", new int[] {1, -1, -1}, 1);
    assertTree("splits on a feature that the model does not have", new int[] {1, -1, -1}, -1);
    assertRefused(
        "Tree 1 of the model has a leaf or a threshold that is not a number.",
        new TinyModel(1).constant(1).constant(Float.POSITIVE_INFINITY).ubj());
    assertRefused(
        "Tree 0 of the model has a leaf or a threshold that is not a number.",
        new TinyModel(1).stump(0, Float.NaN, 1, 2, true).ubj());
    assertRefused("The model has no trees or not as many as it says.", new TinyModel(1).ubj());
  }

  @Test
  void treesOfAnotherKindAreRefused() {
    String tree = "learner.gradient_booster.model.trees.0.";
    assertSpoiled(
        "Tree 0 of the model has categorical splits.", tree + "split_type", new int[] {1});
    assertSpoiled(
        "Tree 0 of the model has leaves of several values.",
        tree + "tree_param.size_leaf_vector",
        "2");
    assertSpoiled(
        "Tree 0 of the model was grown on another number of features than the model.",
        tree + "tree_param.num_feature",
        "7");
    assertSpoiled(
        "Tree 0 of the model has arrays of unequal length.", tree + "split_indices", new int[2]);
    assertSpoiled(
        "The model file has no list of floats"
            + " 'learner.gradient_booster.model.trees.split_conditions'.",
        tree + "split_conditions",
        new int[1]);
    assertSpoiled(
        "The model's trees belong to several outputs instead of one.",
        "learner.gradient_booster.model.tree_info",
        new int[] {1});
  }

  private static void assertTree(String what, int[] left, int feature) {
    int[] right = {2, -1, -1};
    byte[] ubj =
        new TinyModel(1)
            .tree(left, right, new int[] {feature, 0, 0}, new float[3], new int[3])
            .ubj();
    assertRefused("Tree 0 of the model " + what + ".", ubj);
  }

  /** A sound model with one field set to something else. */
  private static void assertSpoiled(String reason, String path, Object value) {
    Map<String, Object> model = new TinyModel(1).constant(1).asMap();
    String[] names = path.split("\\.");
    Object at = model;
    for (int i = 0; i + 1 < names.length; i++) {
      at = at instanceof List ? ((List<?>) at).get(0) : ((Map<?, ?>) at).get(names[i]);
    }
    put(at, names[names.length - 1], value);
    assertRefused(reason, UbjWriter.write(model));
  }

  @SuppressWarnings("unchecked")
  private static void put(Object map, String name, Object value) {
    assertTrue(((Map<String, Object>) map).put(name, value) != null, name);
  }

  private static void assertRefused(String reason, byte[] ubj) {
    String message = assertThrows(RefusedBundle.class, () -> Forest.read(ubj)).getMessage();
    assertEquals(reason, message.substring(0, Math.min(reason.length(), message.length())));
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
