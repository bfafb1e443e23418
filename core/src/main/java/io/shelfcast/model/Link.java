package io.shelfcast.model;

import java.util.Map;

/** How the margin, the plain sum over a forest's trees, becomes a prediction. */
enum Link {
  IDENTITY {
    @Override
    float margin(float prediction) {
      return prediction;
    }

    @Override
    float prediction(float margin) {
      return margin;
    }
  },

  /**
   * StrictMath, because Math may differ in the last bit between interpreted and compiled code, and
   * the same events must give the same target whatever the JIT has done so far.
   */
  EXPONENTIAL {
    @Override
    float margin(float prediction) {
      return (float) StrictMath.log(prediction);
    }

    @Override
    float prediction(float margin) {
      return (float) StrictMath.exp(margin);
    }
  };

  private static final Map<String, Link> BY_OBJECTIVE =
      Map.of(
          "reg:squarederror", IDENTITY,
          "reg:quantileerror", IDENTITY,
          "count:poisson", EXPONENTIAL,
          "reg:tweedie", EXPONENTIAL);

  static Link of(String objective) throws RefusedBundle {
    Link link = BY_OBJECTIVE.get(objective);
    if (link == null) {
      throw new RefusedBundle("The model's objective '" + objective + "' is not known here.");
    }
    return link;
  }

  /**
   * The margin that gives this prediction. Where it is a logarithm, xgboost takes it from its C
   * library in float, which for about one value in 600 is off by one in the last place; golden rows
   * then refuse the bundle. A model trained with {@code base_score=1} is always exact.
   */
  abstract float margin(float prediction);

  /** Within one unit in the last place of xgboost's. */
  abstract float prediction(float margin);
}
