package io.shelfcast.bench.pipeline;

import io.shelfcast.bench.ScratchFolder;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.backtest.HourlyFiles;
import io.shelfcast.trainer.backtest.SalesFiles;
import io.shelfcast.trainer.series.SeriesSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Store-products and how often something happens to each of them.
 *
 * @param weights of events, by number of the store-product
 */
record Scene(Load load, Shop shop, double[] weights) {
  private static final int HISTORY_DAYS = 365;

  /** So that half of them see three events or fewer on the day that is played. */
  private static final int RETAIL_STORE_PRODUCTS = 40_000;

  private static final double ZIPF = 0.8;

  static Scene of(Load load, int hotStoreProducts, Path sales) {
    double[] weights =
        switch (load) {
          case HOT -> Drawn.even(hotStoreProducts);
          case RETAIL -> Drawn.zipf(RETAIL_STORE_PRODUCTS, ZIPF);
          case ONLINE_RETAIL -> onlineRetail(sales);
        };
    return new Scene(load, new Shop(weights.length, HISTORY_DAYS), weights);
  }

  /** Events of each product over two years, for as many store-products. */
  private static double[] onlineRetail(Path sales) {
    List<Double> counts = new ArrayList<>();
    try (SeriesSource source =
        HourlyFiles.read(SalesFiles.Known.ONLINE_RETAIL.in(sales), 0, Progress.SILENT)) {
      for (int part = 0; part < source.parts(); part++) {
        source.part(part, series -> counts.add((double) series.arrivals().size()));
      }
    }
    double[] weights = new double[RETAIL_STORE_PRODUCTS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = counts.get(i % counts.size());
    }
    return weights;
  }

  /** Writes the records, and the savepoints that jobs begin with. */
  void write(Place place) throws Exception {
    Files.createDirectories(place.script());
    Script.write(place.script(), shop, weights, load.events(), JobBase.PARALLELISM);
    int parallelism = JobBase.PARALLELISM;
    Seed.writeShelfcast(place.savepoint(Contestant.SHELFCAST), shop, place.bundle(), parallelism);
    Seed.writeNaive(place.savepoint(Contestant.NAIVE), shop, parallelism);
  }

  /** Makes room for the next. */
  void delete(Place place) throws Exception {
    ScratchFolder.of(place.script()).close();
    ScratchFolder.of(place.savepoint(Contestant.SHELFCAST)).close();
    ScratchFolder.of(place.savepoint(Contestant.NAIVE)).close();
  }
}
