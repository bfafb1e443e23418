package io.shelfcast.bench.training;

/** What a training spends its time on. */
enum Phase {
  /** Parquet to series. */
  READING,
  /** Series to rows: the survey and the features. */
  ROWS,
  /** Rows to xgboost's own copy of them, which also bins them. */
  MATRIX,
  /** Growing trees. */
  XGBOOST,
  /** Judging the trial models and measuring their errors. */
  CALIBRATION,
  /** Golden rows, manifest, files. */
  PUBLISHING;

  String json() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
