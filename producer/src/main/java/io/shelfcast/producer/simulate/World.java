package io.shelfcast.producer.simulate;

import java.util.ArrayList;
import java.util.List;

/** The products, stores and shelves of one simulation, at the start of its first day. */
final class World {
  private final SimulationOptions options;
  private final List<Product> products;
  private final List<Branch> branches;
  private final Campaigns campaigns;
  private final Appetite appetite;
  private final List<Shelf> shelves = new ArrayList<>();

  World(SimulationOptions options) {
    this.options = options;
    products = Catalogue.products(options);
    branches = Catalogue.branches(options);
    campaigns = new Campaigns(options.seed());
    appetite = new Appetite(options.seed(), options.firstDay(), campaigns);
    for (Branch branch : branches) {
      for (Product product : products) {
        shelves.add(new Shelf(branch, product, this));
      }
    }
  }

  SimulationOptions options() {
    return options;
  }

  List<Branch> branches() {
    return branches;
  }

  Campaigns campaigns() {
    return campaigns;
  }

  Appetite appetite() {
    return appetite;
  }

  /** Store by store, product by product. */
  List<Shelf> shelves() {
    return shelves;
  }
}
