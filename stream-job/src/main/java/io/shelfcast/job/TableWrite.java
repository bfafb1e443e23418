package io.shelfcast.job;

import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.TargetBinary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * One item to put into the table of targets: a target, or a store's staleness.
 *
 * <p>Serializable only because Flink's sink asks for it; it is written by its binary form.
 *
 * @see io.shelfcast.job.aws.TargetItem the item itself
 */
public final class TableWrite implements Serializable {
  /** Grows with every change of the binary form. */
  public static final int VERSION = 2;

  private static final long serialVersionUID = 1;

  private final transient InventoryTarget target;
  private final long oldestArrival;
  private final String storeId;
  private final long generation;
  private final long watermark;

  private TableWrite(
      InventoryTarget target, long oldestArrival, String storeId, long generation, long watermark) {
    this.target = target;
    this.oldestArrival = oldestArrival;
    this.storeId = storeId;
    this.generation = generation;
    this.watermark = watermark;
  }

  /** Puts the target that a decision ends in. */
  public static TableWrite of(Decision decision) {
    return ofTarget(decision.after(), decision.oldestArrival());
  }

  private static TableWrite ofTarget(InventoryTarget target, long oldestArrival) {
    return new TableWrite(
        target,
        oldestArrival,
        target.key().storeId(),
        target.version().generation(),
        target.asOf());
  }

  /**
   * Tells readers of a store's targets how far stream time has come.
   *
   * @param watermark milliseconds since the epoch
   */
  public static TableWrite staleness(String storeId, long generation, long watermark) {
    return new TableWrite(null, 0, storeId, generation, watermark);
  }

  /** Whether it is a store's staleness rather than a target. */
  public boolean isStaleness() {
    return target == null;
  }

  /** The target; null on a staleness item. */
  public InventoryTarget target() {
    return target;
  }

  /** As {@link Decision} has it: wall-clock arrival of the oldest event owed to readers, or 0. */
  public long oldestArrival() {
    return oldestArrival;
  }

  public String storeId() {
    return storeId;
  }

  public long generation() {
    return generation;
  }

  /** Stream time in milliseconds since the epoch. */
  public long watermark() {
    return watermark;
  }

  /** Writes the binary form. */
  public static void write(TableWrite write, DataOutput out) throws IOException {
    out.writeBoolean(write.isStaleness());
    if (write.isStaleness()) {
      out.writeUTF(write.storeId);
      out.writeLong(write.generation);
      out.writeLong(write.watermark);
    } else {
      TargetBinary.write(write.target, out);
      out.writeLong(write.oldestArrival);
    }
  }

  /** Reads the binary form. */
  public static TableWrite read(DataInput in) throws IOException {
    if (in.readBoolean()) {
      return staleness(in.readUTF(), in.readLong(), in.readLong());
    }
    return ofTarget(TargetBinary.read(in), in.readLong());
  }
}
