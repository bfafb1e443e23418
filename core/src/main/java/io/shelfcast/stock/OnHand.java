package io.shelfcast.stock;

import io.shelfcast.event.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Stock on hand at one instant: unknown until the first count, then the sum of what moved. */
public final class OnHand {
  private boolean known;
  private long quantity;

  public OnHand copy() {
    OnHand copy = new OnHand();
    copy.known = known;
    copy.quantity = quantity;
    return copy;
  }

  /** Stock was counted: the quantity, in 1/10,000 units, stands from here on. */
  public void count(long counted) {
    known = true;
    quantity = counted;
  }

  /** Stock moved; means nothing while it is unknown. */
  public void move(long change) {
    if (known) {
      quantity += change;
    }
  }

  public boolean isKnown() {
    return known;
  }

  /** Whether it is known that nothing is left. */
  public boolean isEmpty() {
    return known && quantity <= 0;
  }

  /** In 1/10,000 units, not below zero: less than nothing is a counting error. */
  public long quantity() {
    return Math.max(0, quantity);
  }

  public void write(DataOutput out) throws IOException {
    out.writeBoolean(known);
    Varint.write(out, quantity);
  }

  public static OnHand read(DataInput in) throws IOException {
    OnHand onHand = new OnHand();
    onHand.known = in.readBoolean();
    onHand.quantity = Varint.read(in);
    return onHand;
  }
}
