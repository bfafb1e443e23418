package io.shelfcast.forecast;

/**
 * How regular the demand of a store-product is, by mean interval between days with demand (ADI) and
 * squared coefficient of variation of the demand on such days (CV²); Syntetos, Boylan and Croston
 * (2005), cut at 1.32 and 0.49.
 */
public enum DemandClass {
  SMOOTH,
  ERRATIC,
  INTERMITTENT,
  LUMPY;

  /** The class of a series; NaN in either measure counts as the regular side. */
  public static DemandClass of(double adi, double cv2) {
    if (adi >= 1.32) {
      return cv2 >= 0.49 ? LUMPY : INTERMITTENT;
    }
    return cv2 >= 0.49 ? ERRATIC : SMOOTH;
  }
}
