package io.shelfcast.producer.series;

/**
 * One day of one product in one store, as a data set tells it.
 *
 * <p>Numbers that the data set does not tell are {@link #UNKNOWN}.
 *
 * @param day days since the epoch, in the store's zone
 * @param quantity units sold, in 1/10,000
 * @param unitPrice mean price of one unit in minor units
 * @param discount price cut as a share, in 1/10,000
 * @param promotion 1 where the product was promoted, 0 where not
 * @param stockoutShare share of the trading hours out of stock, in 1/10,000
 * @param open 1 where the store was open, 0 where it was shut
 * @param holiday 1 on a public holiday, 0 where not
 * @param category the product's category, or null
 * @param hours the day hour by hour, or null
 */
public record DailyRow(
    String storeId,
    String productId,
    int day,
    long quantity,
    long unitPrice,
    int discount,
    int promotion,
    int stockoutShare,
    int open,
    int holiday,
    String category,
    HoursOfDay hours) {
  /** Stands for a number that the data set does not tell. */
  public static final int UNKNOWN = -1;

  /** Price cuts below 2 % are noise in a mean price rather than promotions; in 1/10,000. */
  private static final int LEAST_DISCOUNT = 200;

  /** A row of which only the quantity is known. */
  public static DailyRow of(String storeId, String productId, int day, long quantity) {
    return new Draft(storeId, productId, day, quantity).row();
  }

  /** Whether the store is known to have been shut. */
  public boolean isClosed() {
    return open == 0;
  }

  /** Whether the product is known to have been promoted, by flag or by a price cut worth a sign. */
  public boolean isPromoted() {
    return promotion == 1 || discount >= LEAST_DISCOUNT;
  }

  /** Collects what is known beside the quantity. */
  public static final class Draft {
    private final String storeId;
    private final String productId;
    private final int day;
    private final long quantity;
    private long unitPrice = UNKNOWN;
    private int discount = UNKNOWN;
    private int promotion = UNKNOWN;
    private int stockoutShare = UNKNOWN;
    private int open = UNKNOWN;
    private int holiday = UNKNOWN;
    private String category;
    private HoursOfDay hours;

    public Draft(String storeId, String productId, int day, long quantity) {
      this.storeId = storeId;
      this.productId = productId;
      this.day = day;
      this.quantity = quantity;
    }

    public Draft unitPrice(long minorUnits) {
      unitPrice = minorUnits;
      return this;
    }

    public Draft discount(int share) {
      discount = share;
      return this;
    }

    public Draft promotion(int flag) {
      promotion = flag;
      return this;
    }

    public Draft stockoutShare(int share) {
      stockoutShare = share;
      return this;
    }

    public Draft open(int flag) {
      open = flag;
      return this;
    }

    public Draft holiday(int flag) {
      holiday = flag;
      return this;
    }

    public Draft category(String name) {
      category = name;
      return this;
    }

    public Draft hours(HoursOfDay byHour) {
      hours = byHour;
      return this;
    }

    public DailyRow row() {
      return new DailyRow(
          storeId,
          productId,
          day,
          quantity,
          unitPrice,
          discount,
          promotion,
          stockoutShare,
          open,
          holiday,
          category,
          hours);
    }
  }
}
