package io.shelfcast.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A hand-made xgboost model of constants and stumps, sound unless a test spoils it. */
public final class TinyModel {
  private final int featureCount;
  private final List<Map<String, Object>> trees = new ArrayList<>();
  private String objective = "reg:squarederror";
  private String baseScore = "0E0";

  public TinyModel(int featureCount) {
    this.featureCount = featureCount;
  }

  public TinyModel objective(String name) {
    objective = name;
    return this;
  }

  /** As xgboost writes it: a prediction, before the link. */
  public TinyModel baseScore(String text) {
    baseScore = text;
    return this;
  }

  /** A tree that adds the same to every row. */
  public TinyModel constant(float value) {
    return tree(new int[] {-1}, new int[] {-1}, new int[] {0}, new float[] {value}, new int[] {0});
  }

  /** A tree that adds {@code below} where the feature is below the threshold. */
  public TinyModel stump(
      int feature, float threshold, float below, float otherwise, boolean missingIsBelow) {
    return tree(
        new int[] {1, -1, -1},
        new int[] {2, -1, -1},
        new int[] {feature, 0, 0},
        new float[] {threshold, below, otherwise},
        new int[] {missingIsBelow ? 1 : 0, 0, 0});
  }

  /** A tree by its arrays, in xgboost's order and not checked. */
  public TinyModel tree(
      int[] left, int[] right, int[] feature, float[] value, int[] missingGoesLeft) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("categories_nodes", new int[0]);
    tree.put("default_left", missingGoesLeft);
    tree.put("left_children", left);
    tree.put("right_children", right);
    tree.put("split_conditions", value);
    tree.put("split_indices", feature);
    tree.put("split_type", new int[left.length]);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("num_feature", "" + featureCount);
    parameters.put("num_nodes", "" + left.length);
    parameters.put("size_leaf_vector", "1");
    tree.put("tree_param", parameters);
    trees.add(tree);
    return this;
  }

  /** The model's file. */
  public byte[] ubj() {
    return UbjWriter.write(asMap());
  }

  /** The model's file as nested maps and lists that may be changed before writing. */
  Map<String, Object> asMap() {
    Map<String, Object> booster = new LinkedHashMap<>();
    booster.put("gbtree_model_param", mutable("num_trees", "" + trees.size()));
    booster.put("tree_info", new int[trees.size()]);
    booster.put("trees", trees);
    Map<String, Object> gradientBooster = mutable("model", booster);
    gradientBooster.put("name", "gbtree");
    Map<String, Object> parameters = mutable("base_score", baseScore);
    parameters.put("num_class", "0");
    parameters.put("num_feature", "" + featureCount);
    parameters.put("num_target", "1");
    Map<String, Object> learner = mutable("gradient_booster", gradientBooster);
    learner.put("learner_model_param", parameters);
    learner.put("objective", mutable("name", objective));
    Map<String, Object> model = mutable("learner", learner);
    model.put("version", new int[] {3, 0, 4});
    return model;
  }

  private static Map<String, Object> mutable(String name, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(name, value);
    return map;
  }
}
