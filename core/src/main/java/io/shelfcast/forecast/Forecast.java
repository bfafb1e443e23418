package io.shelfcast.forecast;

import io.shelfcast.event.Varint;
import io.shelfcast.feature.FeatureSchema;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Expected demand of one store-product on the open day and the 30 days after it, as the job's own
 * bundle or a model elsewhere has it. Immutable.
 *
 * <p>The open day is held as if none of it had passed; what is left of it follows from the share of
 * a day still to come, so that the forecast ages between two runs of the forest.
 */
public final class Forecast {
  private final long bundleSequence;
  private final int openDay;
  private final long asOf;
  private final DemandClass demandClass;
  private final float[] daily;
  private final boolean remote;

  /**
   * One made by the bundle.
   *
   * @param openDay days since the epoch; row 0
   * @param asOf stream time in milliseconds since the epoch that the features were computed for
   * @param daily {@link FeatureSchema#ROWS} numbers of units a day, none negative; taken without
   *     copying
   */
  public Forecast(
      long bundleSequence, int openDay, long asOf, DemandClass demandClass, float[] daily) {
    this(bundleSequence, openDay, asOf, demandClass, daily, false);
  }

  /**
   * @param bundleSequence of the bundle whose statistics the features rest on
   * @param remote whether the scores came from a model elsewhere
   */
  public Forecast(
      long bundleSequence,
      int openDay,
      long asOf,
      DemandClass demandClass,
      float[] daily,
      boolean remote) {
    this.bundleSequence = bundleSequence;
    this.openDay = openDay;
    this.asOf = asOf;
    this.demandClass = demandClass;
    this.daily = daily;
    this.remote = remote;
    if (daily.length != FeatureSchema.ROWS) {
      throw new IllegalArgumentException(daily.length + " days");
    }
  }

  /** The bundle it was made with. */
  public long bundleSequence() {
    return bundleSequence;
  }

  public int openDay() {
    return openDay;
  }

  public long asOf() {
    return asOf;
  }

  public DemandClass demandClass() {
    return demandClass;
  }

  /** Whether a model elsewhere made it, so that the bundle alone cannot make it again. */
  public boolean isRemote() {
    return remote;
  }

  /** Units expected on each of the days forecast; not a copy. */
  public float[] daily() {
    return daily;
  }

  /** Units expected on the n-th day from the open one, by weekday means beyond the 30th. */
  public double day(int n) {
    if (n < daily.length) {
      return daily[n];
    }
    int weeks = (daily.length - 1) / 7;
    double sum = 0;
    int first = (n - 1) % 7 + 1;
    for (int week = 0; week < weeks; week++) {
      sum += daily[first + 7 * week];
    }
    return sum / weeks;
  }

  /** Units expected over whole days, from the n-th to the m-th exclusive. */
  public double sum(int n, int m) {
    double sum = 0;
    for (int i = n; i < m; i++) {
      sum += day(i);
    }
    return sum;
  }

  public void write(DataOutput out) throws IOException {
    Varint.write(out, bundleSequence);
    Varint.write(out, openDay);
    out.writeLong(asOf);
    out.writeByte(demandClass.ordinal());
    out.writeBoolean(remote);
    for (float units : daily) {
      out.writeFloat(units);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Forecast read(DataInput in) throws IOException {
    return read(in, true);
  }

  /** Reads what was written before there were models elsewhere. */
  public static Forecast readFirst(DataInput in) throws IOException {
    return read(in, false);
  }

  private static Forecast read(DataInput in, boolean saysWhoMadeIt) throws IOException {
    long bundle = Varint.read(in);
    int openDay = Varint.readInt(in);
    long asOf = in.readLong();
    DemandClass demandClass = DemandClass.values()[in.readByte()];
    boolean remote = saysWhoMadeIt && in.readBoolean();
    float[] daily = new float[FeatureSchema.ROWS];
    for (int i = 0; i < daily.length; i++) {
      daily[i] = in.readFloat();
    }
    return new Forecast(bundle, openDay, asOf, demandClass, daily, remote);
  }
}
