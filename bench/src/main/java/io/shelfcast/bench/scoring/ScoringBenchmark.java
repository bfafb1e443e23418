package io.shelfcast.bench.scoring;

import biz.k11i.xgboost.Predictor;
import io.shelfcast.model.Forest;
import io.shelfcast.model.RefusedBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Times each scorer on one forecast and on one row, another one with each call, and how long it
 * takes to load.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class ScoringBenchmark {
  /** Folder of the {@link ScoringCase}. */
  @Param("")
  private String folder;

  private ScoringCase scoring;
  private Scorers scorers;
  private byte[] h2oForm;
  private final float[] forecast = new float[ScoringCase.ROWS * ScoringCase.FEATURES];
  private final float[] row = new float[ScoringCase.FEATURES];
  private int next;

  @Setup
  public void load() throws XGBoostError, IOException, RefusedBundle {
    scoring = ScoringCase.read(Path.of(folder));
    scorers = new Scorers(scoring.ubj());
    h2oForm = Scorers.h2oForm(scoring.ubj());
  }

  private float[] nextForecast() {
    next = (next + ScoringCase.ROWS) % scoring.rows();
    scoring.copy(next, forecast);
    return forecast;
  }

  private float[] nextRow() {
    next = (next + 1) % scoring.rows();
    scoring.copy(next, row);
    return row;
  }

  @Benchmark
  public float[] forecastShelfcast() {
    return scorers.shelfcast(nextForecast());
  }

  @Benchmark
  public float[][] forecastInplace() throws XGBoostError {
    return scorers.inplace(nextForecast());
  }

  @Benchmark
  public float[][] forecastMatrix() throws XGBoostError {
    return scorers.matrix(nextForecast());
  }

  @Benchmark
  public float[] forecastH2o() {
    return scorers.h2o(nextForecast());
  }

  @Benchmark
  public float[] rowShelfcast() {
    return scorers.shelfcast(nextRow());
  }

  @Benchmark
  public float[][] rowInplace() throws XGBoostError {
    return scorers.inplace(nextRow());
  }

  @Benchmark
  public float[][] rowMatrix() throws XGBoostError {
    return scorers.matrix(nextRow());
  }

  @Benchmark
  public float[] rowH2o() {
    return scorers.h2o(nextRow());
  }

  @Benchmark
  public Forest loadShelfcast() throws RefusedBundle {
    return Scorers.loadShelfcast(scoring.ubj());
  }

  @Benchmark
  public void loadXgboost() throws XGBoostError, IOException {
    Booster booster = Scorers.loadXgboost(scoring.ubj());
    booster.dispose();
  }

  @Benchmark
  public Predictor loadH2o() throws IOException {
    return Scorers.loadH2o(h2oForm);
  }
}
