package io.shelfcast.producer.simulate;

import io.shelfcast.event.EventType;
import io.shelfcast.producer.backfill.History;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.simulate.Campaigns.Campaign;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.ArrayList;
import java.util.List;

/** The days a world lived before it went live, summed up as a back-fill knows them. */
final class PastDays {
  private static final long UNIT = 10_000;

  private PastDays() {}

  /** Adds up the sales of a day, less those taken back. */
  private static final class Sum implements ShelfListener {
    long units;
    long price = DailyRow.UNKNOWN;

    @Override
    public void sold(long at, int number, int sold, long unitPrice, boolean promoted) {
      units += sold;
      price = unitPrice;
    }

    @Override
    public void voided(long at, int number, int taken, long unitPrice) {
      units -= taken;
    }
  }

  /** Lives the day on all shelves; a row for each product on sale, and the facts told. */
  static History.Day live(World world, WorldFacts told, int day) {
    List<TimedEvent> facts = new ArrayList<>();
    for (Branch branch : world.branches()) {
      facts.addAll(told.ofStore(branch, day));
    }
    List<DailyRow> rows = new ArrayList<>();
    for (Shelf shelf : world.shelves()) {
      told.ofShelf(shelf, day).stream().filter(PastDays::isKept).forEach(facts::add);
      Sum sum = new Sum();
      shelf.live(day, sum);
      if (shelf.product().isSoldOn(day)) {
        rows.add(row(world, shelf, day, sum));
      }
    }
    return new History.Day(day, facts, rows);
  }

  /** Stock is told live: without the movements a count of long ago says nothing. */
  private static boolean isKept(TimedEvent fact) {
    EventType type = fact.event().type();
    return type != EventType.COUNT && type != EventType.ORDER;
  }

  private static DailyRow row(World world, Shelf shelf, int day, Sum sum) {
    Product product = shelf.product();
    Campaign campaign = world.campaigns().on(product, day);
    boolean open = Appetite.isOpen(day);
    return new DailyRow.Draft(shelf.branch().id(), product.id(), day, sum.units * UNIT)
        .unitPrice(sum.units > 0 ? sum.price : DailyRow.UNKNOWN)
        .promotion(campaign == null ? 0 : 1)
        .discount(campaign == null ? 0 : campaign.discount())
        .stockoutShare(open ? shelf.stockoutShare() : 0)
        .open(open ? 1 : 0)
        .category(product.category())
        .row();
  }
}
