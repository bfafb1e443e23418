package io.shelfcast.producer.simulate;

import io.shelfcast.producer.simulate.Seeds.Use;
import io.shelfcast.producer.timeline.StoreClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The products and stores of a simulated world, drawn from its seed. */
final class Catalogue {
  private static final int CATEGORIES = 12;
  private static final double INTERMITTENT = 0.2;
  private static final double LAUNCHED = 0.05;

  /**
   * Counted from the world's first day, so that a world does not depend on how long it is watched.
   */
  private static final int LAUNCHES_WITHIN_DAYS = 500;

  private static final int[] PACKS = {1, 1, 6, 6, 12};
  private static final int[] LEAD_TIMES = {1, 2, 2, 3, 7};

  private Catalogue() {}

  static List<Product> products(SimulationOptions options) {
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < options.products(); i++) {
      products.add(product(options, i));
    }
    return List.copyOf(products);
  }

  private static Product product(SimulationOptions options, int index) {
    SplittableRandom random = Seeds.of(options.seed(), Use.PRODUCT, index);
    int category = random.nextInt(CATEGORIES);
    boolean intermittent = random.nextDouble() < INTERMITTENT;
    // Lognormal with mean 1: a few products sell most.
    double share = Math.exp(0.8 * random.nextGaussian() - 0.32);
    double sales = intermittent ? 0.03 + 0.25 * random.nextDouble() : options.salesPerDay() * share;
    SplittableRandom season = Seeds.of(options.seed(), Use.PRODUCT, -1 - category);
    double swing = 0.45 * season.nextDouble();
    int peakDay = season.nextInt(365);
    int launchDay = Product.ALWAYS;
    if (random.nextDouble() < LAUNCHED) {
      launchDay = options.firstDay() + random.nextInt(LAUNCHES_WITHIN_DAYS);
    }
    return new Product(
        index,
        String.format(Locale.ROOT, "P%05d", index + 1),
        String.format(Locale.ROOT, "C%02d", category + 1),
        99 + 50L * random.nextInt(80),
        sales,
        intermittent,
        swing,
        peakDay,
        0.2 * (random.nextDouble() - 0.5),
        PACKS[random.nextInt(PACKS.length)],
        LEAD_TIMES[random.nextInt(LEAD_TIMES.length)],
        launchDay);
  }

  static List<Branch> branches(SimulationOptions options) {
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < options.stores(); i++) {
      SplittableRandom random = Seeds.of(options.seed(), Use.BRANCH, i);
      branches.add(
          new Branch(
              i,
              String.format(Locale.ROOT, "S%03d", i + 1),
              new StoreClock(options.zones().get(i % options.zones().size())),
              Math.exp(0.3 * random.nextGaussian() - 0.045),
              0.2 + 0.4 * random.nextDouble()));
    }
    return List.copyOf(branches);
  }
}
