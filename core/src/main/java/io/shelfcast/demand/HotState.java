package io.shelfcast.demand;

import io.shelfcast.event.Stamp;
import io.shelfcast.event.Varint;
import io.shelfcast.forecast.Forecast;
import io.shelfcast.stock.OnHand;
import io.shelfcast.stock.OpenOrders;
import io.shelfcast.stock.Policy;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.TargetBinary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.ZoneId;

/**
 * What each event of a store-product touches: the open day, stock, plans, and the newest forecast
 * and published target. About 500 bytes; open orders and promotion plans are bounded by their own
 * limits.
 */
public final class HotState {
  /** Nothing was ever closed, nor any event seen. */
  static final int NEVER = Integer.MIN_VALUE;

  int closedThrough = NEVER;
  long newestAt = Long.MIN_VALUE;
  long eventsApplied;
  long storeRevision;

  /** By which events of the window lie on their business days; null before the first event. */
  ZoneId zone;

  int voidMarks;
  DayTotals today = new DayTotals();

  /** Stock where the repair window begins, and now. */
  OnHand stockAtWindow = new OnHand();

  OnHand stock = new OnHand();
  Stamp newestCount = Stamp.NEVER;
  OpenOrders orders = new OpenOrders();
  Policy policy;
  Promotions promotions = new Promotions();
  ProductFacts product = ProductFacts.UNKNOWN;

  /** Whether closed days changed since they were summarised. */
  boolean closedDaysStale = true;

  /** Whether anything the forest looks at changed since the forecast. */
  boolean forecastStale = true;

  private Forecast forecast;
  private int dayAheadDay = NEVER;
  private float dayAhead;
  private InventoryTarget published;
  private long oldestUntold;

  /** Whether no event was ever applied. */
  boolean isNew() {
    return closedThrough == NEVER;
  }

  /** The day after the last closed one; undefined while {@link #isNew()}. */
  int openDay() {
    return closedThrough + 1;
  }

  /** The newest forecast, or null. */
  public Forecast forecast() {
    return forecast;
  }

  /** Whether anything the forest looks at changed since the forecast. */
  public boolean isForecastStale() {
    return forecastStale;
  }

  /** Keeps a forecast made from all that is known. */
  public void setForecast(Forecast made) {
    forecast = made;
    forecastStale = false;
  }

  /** Notes that a better forecast of what is known is on its way. */
  public void expectForecast() {
    forecastStale = true;
  }

  /** Keeps what was expected of a day when it began, to be judged when it has closed. */
  public void setDayAhead(int day, float units) {
    dayAheadDay = day;
    dayAhead = units;
  }

  /** The day that {@link #dayAhead} is about. */
  public int dayAheadDay() {
    return dayAheadDay;
  }

  /** Units expected of a day when it began. */
  public float dayAhead() {
    return dayAhead;
  }

  /** What readers were told last, or null. */
  public InventoryTarget published() {
    return published;
  }

  /**
   * Wall-clock arrival of the oldest event since what readers were told was last found to be still
   * good; 0 if there is none.
   */
  public long oldestUntold() {
    return oldestUntold;
  }

  /** Notes that an event which arrived at this wall-clock instant changed the state. */
  public void arrived(long wallMillis) {
    if (oldestUntold == 0) {
      oldestUntold = wallMillis;
    }
  }

  /** Notes what readers are being told. */
  public void setPublished(InventoryTarget target) {
    published = target;
    oldestUntold = 0;
  }

  /** Notes that what readers were told differs by nothing material from what is so now. */
  public void foundStillGood() {
    oldestUntold = 0;
  }

  /** Writes all of it; {@link #read} is its inverse. */
  public void write(DataOutput out) throws IOException {
    Varint.write(out, closedThrough);
    out.writeLong(newestAt);
    Varint.write(out, eventsApplied);
    Varint.write(out, storeRevision);
    out.writeUTF(zone == null ? "" : zone.getId());
    Varint.write(out, voidMarks);
    today.write(out);
    stockAtWindow.write(out);
    stock.write(out);
    newestCount.write(out);
    orders.write(out);
    out.writeBoolean(policy != null);
    if (policy != null) {
      policy.write(out);
    }
    promotions.write(out);
    product.write(out);
    out.writeBoolean(closedDaysStale);
    out.writeBoolean(forecastStale);
    out.writeBoolean(forecast != null);
    if (forecast != null) {
      forecast.write(out);
    }
    Varint.write(out, dayAheadDay);
    out.writeFloat(dayAhead);
    out.writeBoolean(published != null);
    if (published != null) {
      TargetBinary.write(published, out);
    }
    out.writeLong(oldestUntold);
  }

  public static HotState read(DataInput in) throws IOException {
    return read(in, Forecast::read);
  }

  /** Reads what was written before forecasts said who made them. */
  public static HotState readFirst(DataInput in) throws IOException {
    return read(in, Forecast::readFirst);
  }

  private interface ForecastReader {
    Forecast read(DataInput in) throws IOException;
  }

  private static HotState read(DataInput in, ForecastReader forecasts) throws IOException {
    HotState s = new HotState();
    s.closedThrough = Varint.readInt(in);
    s.newestAt = in.readLong();
    s.eventsApplied = Varint.read(in);
    s.storeRevision = Varint.read(in);
    String zone = in.readUTF();
    s.zone = zone.isEmpty() ? null : ZoneId.of(zone);
    s.voidMarks = Varint.readInt(in);
    s.today = DayTotals.read(in);
    s.stockAtWindow = OnHand.read(in);
    s.stock = OnHand.read(in);
    s.newestCount = Stamp.read(in);
    s.orders = OpenOrders.read(in);
    s.policy = in.readBoolean() ? Policy.read(in) : null;
    s.promotions = Promotions.read(in);
    s.product = ProductFacts.read(in);
    s.closedDaysStale = in.readBoolean();
    s.forecastStale = in.readBoolean();
    s.forecast = in.readBoolean() ? forecasts.read(in) : null;
    s.dayAheadDay = Varint.readInt(in);
    s.dayAhead = in.readFloat();
    s.published = in.readBoolean() ? TargetBinary.read(in) : null;
    s.oldestUntold = in.readLong();
    return s;
  }
}
