package io.shelfcast.target;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.event.Varint;
import io.shelfcast.forecast.Forecast;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The binary form of targets and decisions, in state and between operators. */
public final class TargetBinary {
  private static final Decision.Reason[] REASONS = Decision.Reason.values();

  private TargetBinary() {}

  public static void write(InventoryTarget target, DataOutput out) throws IOException {
    out.writeUTF(target.key().storeId());
    out.writeUTF(target.key().productId());
    TargetVersion version = target.version();
    Varint.write(out, version.generation());
    Varint.write(out, version.closedThroughDay());
    Varint.write(out, version.bundleSequence());
    Varint.write(out, version.eventsApplied());
    out.writeLong(target.asOf());
    out.writeByte(
        (target.atRisk() ? 1 : 0)
            | (target.extended() ? 2 : 0)
            | (version.isCaughtUp() ? 4 : 0)
            | (version.isRemote() ? 8 : 0));
    int mask = 0;
    for (Measure m : Measure.values()) {
      mask |= target.has(m) ? 1 << m.ordinal() : 0;
    }
    Varint.write(out, mask);
    for (Measure m : Measure.values()) {
      if (target.has(m)) {
        Varint.write(out, target.get(m));
      }
    }
  }

  /** Reads a target; one from before there were models elsewhere is written as one without. */
  public static InventoryTarget read(DataInput in) throws IOException {
    StoreProductKey key = new StoreProductKey(in.readUTF(), in.readUTF());
    long generation = Varint.read(in);
    int closedThroughDay = Varint.readInt(in);
    long bundleSequence = Varint.read(in);
    long eventsApplied = Varint.read(in);
    long asOf = in.readLong();
    byte flags = in.readByte();
    TargetVersion version =
        new TargetVersion(
            generation,
            closedThroughDay,
            bundleSequence,
            eventsApplied,
            (flags & 4) != 0,
            (flags & 8) != 0);
    int mask = Varint.readInt(in);
    long[] measures = new long[Measure.values().length];
    for (int i = 0; i < measures.length; i++) {
      measures[i] = (mask >> i & 1) != 0 ? Varint.read(in) : InventoryTarget.ABSENT;
    }
    return new InventoryTarget(key, version, asOf, (flags & 1) != 0, (flags & 2) != 0, measures);
  }

  public static void write(Decision decision, DataOutput out) throws IOException {
    out.writeBoolean(decision.before() != null);
    if (decision.before() != null) {
      write(decision.before(), out);
    }
    write(decision.after(), out);
    out.writeByte(decision.reason().ordinal());
    Varint.write(out, decision.storeRevision());
    out.writeLong(decision.oldestArrival());
    float[] features = decision.features();
    out.writeInt(features == null ? -1 : features.length);
    for (int i = 0; features != null && i < features.length; i++) {
      out.writeFloat(features[i]);
    }
    if (decision.remoteForecast() != null) {
      decision.remoteForecast().write(out);
    }
  }

  /** Reads a decision; one from before there were models elsewhere is written as one without. */
  public static Decision readDecision(DataInput in) throws IOException {
    InventoryTarget before = in.readBoolean() ? read(in) : null;
    InventoryTarget after = read(in);
    Decision.Reason reason = REASONS[in.readByte()];
    long storeRevision = Varint.read(in);
    long oldestArrival = in.readLong();
    int length = in.readInt();
    float[] features = length < 0 ? null : new float[length];
    for (int i = 0; i < length; i++) {
      features[i] = in.readFloat();
    }
    Forecast remote = after.version().isRemote() ? Forecast.read(in) : null;
    return new Decision(before, after, reason, storeRevision, oldestArrival, features, remote);
  }
}
