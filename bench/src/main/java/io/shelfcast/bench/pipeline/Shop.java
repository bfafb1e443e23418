package io.shelfcast.bench.pipeline;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.StoreProductKey;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/**
 * A made-up retailer of any size: store-products by number, each with a rate of its own and a
 * reproducible past. Nothing of it is kept in memory.
 *
 * @param storeProducts how many
 * @param historyDays closed days of each
 */
public record Shop(int storeProducts, int historyDays) implements Serializable {
  /** The day that events are of; all days before it are closed. */
  public static final int OPEN_DAY = (int) LocalDate.of(2026, 3, 4).toEpochDay();

  private static final int PRODUCTS_A_STORE = 1_000;
  private static final long DAY_MILLIS = 86_400_000;
  private static final double WEEKEND = 1.4;

  /** The store-product of a number. */
  public StoreProductKey key(int number) {
    return new StoreProductKey(
        "S" + digits(number / PRODUCTS_A_STORE), "P" + digits(number % PRODUCTS_A_STORE));
  }

  /** Six of them; a format would take longer than all else about a day. */
  private static String digits(int number) {
    return Integer.toString(1_000_000 + number).substring(1);
  }

  /** Units sold on a usual day: half of all store-products sell 3 or fewer. */
  public double dailyUnits(int number) {
    double u = random(number, -1).nextDouble();
    return 3 * Math.exp(1.2 * normal(u));
  }

  /** A rough inverse of the normal distribution's, good enough for rates. */
  private static double normal(double u) {
    double clipped = Math.min(0.999, Math.max(0.001, u));
    return Math.log(clipped / (1 - clipped)) / 1.702;
  }

  private static SplittableRandom random(int number, int day) {
    return new SplittableRandom(number * 1_000_003L + day);
  }

  /** The first day of the past. */
  public int firstDay() {
    return OPEN_DAY - historyDays;
  }

  /** What was sold on a day of the past, as back-fill tells it. */
  public Event day(int number, int day) {
    StoreProductKey key = key(number);
    double season = 1 + 0.3 * Math.sin(2 * Math.PI * day / 365);
    double week = LocalDate.ofEpochDay(day).getDayOfWeek().getValue() > 5 ? WEEKEND : 1;
    double mean = dailyUnits(number) * season * week;
    return about(EventType.DAY, key, "d/" + key.partitionKey() + "/" + day, startOf(day + 1) - 1)
        .with(Field.QUANTITY, 10_000L * poisson(mean, random(number, day)))
        .with(Field.UNIT_PRICE, 199)
        .build();
  }

  /** Normal where Poisson is nearly that. */
  private static long poisson(double mean, SplittableRandom random) {
    if (mean > 30) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random.nextDouble())));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    long n = 0;
    while (product > limit) {
      product *= random.nextDouble();
      n++;
    }
    return n;
  }

  /** The stock counted when the open day began. */
  public Event count(int number) {
    long units = Math.round(10 * dailyUnits(number)) + 2;
    StoreProductKey key = key(number);
    return about(EventType.COUNT, key, "c/" + key.partitionKey(), startOf(OPEN_DAY))
        .with(Field.QUANTITY, 10_000 * units)
        .build();
  }

  /** One sale, or a delivery each fifty events. */
  public Event event(int number, long ordinal, long at) {
    StoreProductKey key = key(number);
    String id = String.format("till-%02d-%s-%09d", ordinal % 24, key.storeId(), ordinal);
    if (ordinal % 50 == 49) {
      return about(EventType.RECEIPT, key, id, at).with(Field.QUANTITY, 500_000).build();
    }
    return about(EventType.SALE, key, id, at)
        .with(Field.QUANTITY, 10_000)
        .with(Field.UNIT_PRICE, 199)
        .build();
  }

  private static Event.Builder about(EventType type, StoreProductKey key, String id, long at) {
    return Event.of(type)
        .with(Field.EVENT_ID, id)
        .with(Field.STORE_ID, key.storeId())
        .with(Field.PRODUCT_ID, key.productId())
        .with(Field.OCCURRED_AT, at);
  }

  /** In milliseconds since the epoch; all stores stand at Greenwich. */
  public static long startOf(int day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** Milliseconds of a day. */
  public static long dayMillis() {
    return DAY_MILLIS;
  }
}
