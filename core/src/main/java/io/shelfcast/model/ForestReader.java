package io.shelfcast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the one kind of model that Shelfcast trains from xgboost's UBJ and refuses all others. */
final class ForestReader {
  /**
   * Versions disagree silently about {@code base_score} (later ones write a list), so another
   * version is another format until its margins have been compared.
   */
  private static final String VERSION = "3.0";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");

  private final UbjObject model;
  private final UbjObject learner;

  private ForestReader(UbjObject model) throws RefusedBundle {
    this.model = model;
    this.learner = model.object("learner");
  }

  static Forest read(byte[] ubj) throws RefusedBundle {
    ForestReader reader = new ForestReader(Ubj.read(ubj));
    reader.checkVersion();
    reader.checkBooster();
    String objective = reader.learner.object("objective").text("name");
    Link link = Link.of(objective);
    int features = reader.featureCount();
    float base = reader.base(link);
    return new ForestBuilder(features, reader.trees(features)).build(objective, link, base);
  }

  private void checkVersion() throws RefusedBundle {
    int[] parts = model.wholes("version");
    if (parts.length != 3 || !VERSION.equals(parts[0] + "." + parts[1])) {
      throw new RefusedBundle("The model was not written by xgboost " + VERSION + ".");
    }
  }

  private void checkBooster() throws RefusedBundle {
    String booster = learner.object("gradient_booster").text("name");
    if (!booster.equals("gbtree")) {
      throw new RefusedBundle("The model's booster is '" + booster + "' and not gbtree.");
    }
  }

  private int featureCount() throws RefusedBundle {
    UbjObject parameters = learner.object("learner_model_param");
    if (parameters.count("num_class") > 0) {
      throw new RefusedBundle("The model tells classes apart instead of predicting a number.");
    }
    if (parameters.count("num_target") != 1) {
      throw new RefusedBundle("The model predicts several numbers a row instead of one.");
    }
    int features = parameters.count("num_feature");
    if (features < 1 || features > Forest.MOST_FEATURES) {
      throw new RefusedBundle(
          "The model has "
              + features
              + " features; 1 to "
              + Forest.MOST_FEATURES
              + " are possible.");
    }
    return features;
  }

  /** xgboost stores the base as a prediction, before the link, in the shortest exact decimals. */
  private float base(Link link) throws RefusedBundle {
    String text = learner.object("learner_model_param").text("base_score");
    float base = NUMBER.matcher(text).matches() ? link.margin(Float.parseFloat(text)) : Float.NaN;
    if (!Float.isFinite(base)) {
      throw new RefusedBundle("The model's base_score '" + text + "' is of an unknown form.");
    }
    return base;
  }

  private List<Tree> trees(int features) throws RefusedBundle {
    UbjObject booster = learner.object("gradient_booster").object("model");
    List<UbjObject> stored = booster.objects("trees");
    int[] groups = booster.wholes("tree_info");
    if (stored.isEmpty()
        || stored.size() != groups.length
        || stored.size() != booster.object("gbtree_model_param").count("num_trees")) {
      throw new RefusedBundle("The model has no trees or not as many as it says.");
    }
    if (IntStream.of(groups).anyMatch(group -> group != 0)) {
      throw new RefusedBundle("The model's trees belong to several outputs instead of one.");
    }
    List<Tree> trees = new ArrayList<>();
    for (UbjObject tree : stored) {
      trees.add(new Tree(trees.size(), tree, features));
    }
    return trees;
  }
}
