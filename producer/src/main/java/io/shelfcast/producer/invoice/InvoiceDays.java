package io.shelfcast.producer.invoice;

import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.LineFate;
import io.shelfcast.producer.series.ReadAhead;
import io.shelfcast.producer.series.Rows;
import java.util.Map;
import java.util.TreeMap;

/**
 * Invoice lines added up by day and product: sales less those taken back, at their mean price. A
 * day is held until nothing can take back its sales any more.
 */
final class InvoiceDays extends ReadAhead<DailyRow> implements Rows<DailyRow> {
  private static final long UNIT = 10_000;

  private static final class Total {
    long units;
    long pricedUnits;
    long revenue;

    void add(InvoiceLine line, int sign) {
      units += sign * line.units();
      if (line.hasPrice()) {
        pricedUnits += sign * line.units();
        revenue += sign * line.units() * line.price();
      }
    }
  }

  private final Rows<InvoiceEntry> entries;
  private final TreeMap<Integer, TreeMap<String, Total>> held = new TreeMap<>();

  InvoiceDays(Rows<InvoiceEntry> entries) {
    this.entries = entries;
  }

  @Override
  protected boolean step() {
    if (entries.hasNext()) {
      take(entries.next());
    } else if (held.isEmpty()) {
      return false;
    } else {
      release();
    }
    return true;
  }

  private void take(InvoiceEntry entry) {
    InvoiceLine line = entry.line();
    while (!held.isEmpty() && held.firstKey() < line.day() - RecentSales.WINDOW.toDays()) {
      release();
    }
    if (entry.fate() == LineFate.VOID) {
      total(entry.taken()).add(entry.taken(), -1);
    } else if (isSale(entry.fate())) {
      total(line).add(line, 1);
    }
  }

  private static boolean isSale(LineFate fate) {
    return fate == LineFate.SALE
        || fate == LineFate.SALE_WITHOUT_PRICE
        || fate == LineFate.GIVEN_AWAY;
  }

  private Total total(InvoiceLine line) {
    return held.computeIfAbsent(line.day(), day -> new TreeMap<>())
        .computeIfAbsent(line.product(), product -> new Total());
  }

  private void release() {
    Map.Entry<Integer, TreeMap<String, Total>> day = held.pollFirstEntry();
    day.getValue().forEach((product, total) -> add(row(day.getKey(), product, total)));
  }

  private static DailyRow row(int day, String product, Total total) {
    DailyRow.Draft row = new DailyRow.Draft(InvoiceFiles.STORE, product, day, total.units * UNIT);
    if (total.pricedUnits > 0) {
      row.unitPrice(Math.round(total.revenue / (double) total.pricedUnits));
    }
    return row.row();
  }

  @Override
  public void close() {
    entries.close();
  }
}
