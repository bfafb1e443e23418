package io.shelfcast.bench.scale;

import io.shelfcast.bench.ChildJvm;
import io.shelfcast.bench.pipeline.Contestant;
import io.shelfcast.bench.pipeline.Place;
import io.shelfcast.bench.pipeline.Seed;
import io.shelfcast.bench.pipeline.Shop;
import java.nio.file.Path;

/** The start from back-fill: writes the savepoint that a job with a past begins with. */
final class SeedProbe {
  private SeedProbe() {}

  /** What it took. */
  record Measured(double seconds) {}

  /** Arguments as those of {@link ScaleProbe}. */
  public static void main(String[] args) throws Exception {
    Place place = new Place(Path.of(args[0]));
    Shop shop = new Shop(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    long from = System.nanoTime();
    Seed.writeShelfcast(
        place.savepoint(Contestant.SHELFCAST),
        shop,
        place.bundle(),
        Runtime.getRuntime().availableProcessors());
    ChildJvm.tell(new Measured((System.nanoTime() - from) / 1e9), args[3]);
  }
}
