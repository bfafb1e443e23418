package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import io.shelfcast.event.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is known about a product in a store, from its newest PRODUCT event. Immutable. */
public final class ProductFacts {
  /** Nothing is known yet. */
  static final ProductFacts UNKNOWN =
      new ProductFacts("", Integer.MIN_VALUE, Integer.MAX_VALUE, Stamp.NEVER);

  private final String category;
  private final int launchDay;
  private final int endDay;
  private final Stamp stamp;

  private ProductFacts(String category, int launchDay, int endDay, Stamp stamp) {
    this.category = category;
    this.launchDay = launchDay;
    this.endDay = endDay;
    this.stamp = stamp;
  }

  static ProductFacts of(Event event, Stamp stamp) {
    return new ProductFacts(
        event.text(Field.CATEGORY, ""),
        (int) event.number(Field.LAUNCH_DAY, Integer.MIN_VALUE),
        (int) event.number(Field.END_DAY, Integer.MAX_VALUE),
        stamp);
  }

  /** Empty where unknown. */
  public String category() {
    return category;
  }

  /** Whether the product is on sale that day, as far as is known. */
  public boolean isOnSale(int day) {
    return day >= launchDay && day <= endDay;
  }

  Stamp stamp() {
    return stamp;
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(category);
    Varint.write(out, launchDay);
    Varint.write(out, endDay);
    stamp.write(out);
  }

  static ProductFacts read(DataInput in) throws IOException {
    String category = in.readUTF();
    int launchDay = Varint.readInt(in);
    return new ProductFacts(category, launchDay, Varint.readInt(in), Stamp.read(in));
  }
}
