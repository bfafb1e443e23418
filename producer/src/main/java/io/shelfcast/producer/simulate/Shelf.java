package io.shelfcast.producer.simulate;

import io.shelfcast.producer.simulate.Campaigns.Campaign;
import io.shelfcast.producer.simulate.Seeds.Use;
import io.shelfcast.producer.timeline.HourlyProfile;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.SplittableRandom;

/**
 * One product in one store, lived day by day: deliveries in the morning, customers through the day
 * who buy what is there, some of whom bring things back, shrink, a count each four weeks, an order
 * in the evening. What happens depends on the seed and on the days lived before, not on who
 * listens.
 */
final class Shelf {
  private static final long COUNT_AT = Duration.ofHours(5).toMillis();
  private static final long RETURNS_AT = Duration.ofHours(6).toMillis();
  private static final long SHRINK_AT = Duration.ofMinutes(22 * 60 + 10).toMillis();
  private static final long LAST_VOID = Duration.ofMinutes(10).toMillis();
  private static final int COUNT_EVERY_DAYS = 28;
  private static final int LAST_RETURN_DAYS = 6;
  private static final double VOIDS = 0.01;
  private static final double RETURNS = 0.01;
  private static final double SEEN_LOSS = 0.004;
  private static final double UNSEEN_LOSS = 0.002;

  /** A sale that a customer will bring back, or that the till will take back. */
  private record Undoing(long when, int number, int units, long price) {}

  private final Branch branch;
  private final Product product;
  private final long seed;
  private final Appetite appetite;
  private final Campaigns campaigns;
  private final Backroom backroom;
  private final Deque<Undoing> returns = new ArrayDeque<>();
  private final Deque<Undoing> voids = new ArrayDeque<>();
  private int onHand;
  private int soldToday;
  private OutOfStock out;

  Shelf(Branch branch, Product product, World world) {
    this.branch = branch;
    this.product = product;
    this.seed = world.options().seed();
    this.appetite = world.appetite();
    this.campaigns = world.campaigns();
    int first = Math.max(world.options().firstDay(), product.launchDay());
    double daily = appetite.expected(branch, product, first) * product.unitsASale();
    this.backroom = new Backroom(product, daily);
    this.onHand = backroom.firstFill();
  }

  Branch branch() {
    return branch;
  }

  Product product() {
    return product;
  }

  int onHand() {
    return onHand;
  }

  /** Goods under way, oldest order first. */
  Iterable<Backroom.OpenOrder> openOrders() {
    return backroom.openOrders();
  }

  /** Share of the last day's trading hours without stock, in 1/10,000. */
  int stockoutShare() {
    return out.share();
  }

  /** Lives one day; days follow one another without a gap from the world's first. */
  void live(int day, ShelfListener listener) {
    long start = branch.clock().startOf(day);
    out = new OutOfStock(start, onHand == 0);
    soldToday = 0;
    if (!product.isSoldOn(day) || !Appetite.isOpen(day)) {
      return;
    }
    SplittableRandom random = Seeds.of(seed, Use.SHELF, branch.index(), product.index(), day);
    if (Math.floorMod(day + branch.index() * 5 + product.index(), COUNT_EVERY_DAYS) == 0) {
      listener.counted(start + COUNT_AT, onHand);
    }
    change(backroom.receive(day, start, listener), start);
    takeReturns(day, start + RETURNS_AT, listener);
    serve(day, start, random, listener);
    shrink(start + SHRINK_AT, random, listener);
    backroom.review(day, start, soldToday, onHand, random, listener);
  }

  private void takeReturns(int day, long at, ShelfListener listener) {
    int number = 0;
    for (Iterator<Undoing> all = returns.iterator(); all.hasNext(); ) {
      Undoing goods = all.next();
      if (goods.when() <= day) {
        all.remove();
        change(goods.units(), at);
        listener.returned(at, ++number, goods.units(), goods.price());
      }
    }
  }

  private void serve(int day, long start, SplittableRandom random, ShelfListener listener) {
    double rate = appetite.rate(branch, product, day, random);
    Campaign campaign = campaigns.on(product, day);
    long price = product.price(campaign);
    int number = 0;
    // Customers come at random at an even rate, if time is told by the usual share of sales.
    for (double moment = random.nextExponential() / rate;
        moment < 1;
        moment += random.nextExponential() / rate) {
      long at = start + HourlyProfile.momentOf(moment);
      takeBackUntil(at, listener);
      int units = Math.min(onHand, product.unitsWanted(random));
      double fate = random.nextDouble();
      if (units > 0) {
        number++;
        change(-units, at);
        soldToday += units;
        listener.sold(at, number, units, price, campaign != null);
        undo(new Undoing(at, number, units, price), day, fate, random);
      }
    }
    takeBackUntil(Long.MAX_VALUE, listener);
  }

  private void undo(Undoing sale, int day, double fate, SplittableRandom random) {
    if (fate < VOIDS) {
      long at = sale.when() + 1 + (long) (fate / VOIDS * LAST_VOID);
      voids.add(new Undoing(at, sale.number(), sale.units(), sale.price()));
    } else if (fate < VOIDS + RETURNS) {
      int on = day + 1 + random.nextInt(LAST_RETURN_DAYS);
      returns.add(new Undoing(on, 0, sale.units(), sale.price()));
    }
  }

  private void takeBackUntil(long instant, ShelfListener listener) {
    for (Iterator<Undoing> all = voids.iterator(); all.hasNext(); ) {
      Undoing sale = all.next();
      if (sale.when() <= instant) {
        all.remove();
        change(sale.units(), sale.when());
        soldToday -= sale.units();
        listener.voided(sale.when(), sale.number(), sale.units(), sale.price());
      }
    }
  }

  private void shrink(long at, SplittableRandom random, ShelfListener listener) {
    double fate = random.nextDouble();
    if (onHand > 0 && fate < SEEN_LOSS + UNSEEN_LOSS) {
      change(-1, at);
      if (fate < SEEN_LOSS) {
        listener.lost(at, 1);
      }
    }
  }

  private void change(int units, long at) {
    onHand += units;
    out.at(at, onHand == 0);
  }
}
