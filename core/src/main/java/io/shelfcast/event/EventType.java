package io.shelfcast.event;

import static io.shelfcast.event.Field.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What happened, with the fields it must and may carry beside the common ones. */
public enum EventType {
  SALE(EnumSet.of(PRODUCT_ID, QUANTITY), EnumSet.of(UNIT_PRICE, Field.PROMOTION)),
  /** Takes back the sale it names. */
  VOID(EnumSet.of(PRODUCT_ID, VOIDS_EVENT_ID, VOIDS_DAY), EnumSet.noneOf(Field.class)),
  /** Goods back on the shelf; demand is unchanged. */
  RETURN(EnumSet.of(PRODUCT_ID, QUANTITY), EnumSet.of(UNIT_PRICE, REASON)),
  ORDER(EnumSet.of(PRODUCT_ID, ORDER_ID, QUANTITY), EnumSet.of(EXPECTED_ON, CANCELLED)),
  RECEIPT(EnumSet.of(PRODUCT_ID, QUANTITY), EnumSet.of(ORDER_ID)),
  COUNT(EnumSet.of(PRODUCT_ID, QUANTITY), EnumSet.noneOf(Field.class)),
  /** Shrink, waste, transfer: a signed movement with its reason. */
  ADJUST(EnumSet.of(PRODUCT_ID, QUANTITY, REASON), EnumSet.noneOf(Field.class)),
  AVAILABILITY(EnumSet.of(PRODUCT_ID, FROM, TO, STOCKOUT_SHARE), EnumSet.noneOf(Field.class)),
  POLICY(
      EnumSet.of(PRODUCT_ID, LEAD_TIME_DAYS, REVIEW_PERIOD_DAYS),
      EnumSet.of(
          LEAD_TIME_SD_DAYS, SERVICE_LEVEL, SHORTAGE_COST, HOLDING_COST, PACK_SIZE, MINIMUM_ORDER)),
  PROMOTION(EnumSet.of(PRODUCT_ID, FROM_DAY, TO_DAY, DISCOUNT), EnumSet.noneOf(Field.class)),
  PRODUCT(EnumSet.of(PRODUCT_ID), EnumSet.of(CATEGORY, LAUNCH_DAY, END_DAY)),
  STORE(EnumSet.of(ZONE), EnumSet.of(COUNTRY, CLOSED_DAYS)),
  /** The store is alive and its clock says so; at least one a stream-minute. */
  TICK(EnumSet.noneOf(Field.class), EnumSet.noneOf(Field.class)),
  /** A whole day of one store-product. Only in the lake, from back-fill; refused on the wire. */
  DAY(
      EnumSet.of(PRODUCT_ID, QUANTITY),
      EnumSet.of(UNIT_PRICE, Field.PROMOTION, DISCOUNT, STOCKOUT_SHARE, OPEN));

  /** Carried by every event, beside its type. */
  public static final Set<Field> COMMON =
      Collections.unmodifiableSet(EnumSet.of(EVENT_ID, STORE_ID, OCCURRED_AT));

  private final Set<Field> required;
  private final Set<Field> allowed;
  private final long requiredMask;
  private final long allowedMask;

  EventType(EnumSet<Field> required, EnumSet<Field> optional) {
    EnumSet<Field> must = EnumSet.of(EVENT_ID, STORE_ID, OCCURRED_AT);
    must.addAll(required);
    EnumSet<Field> may = EnumSet.copyOf(must);
    may.add(SENT_AT);
    may.addAll(optional);
    this.required = Collections.unmodifiableSet(must);
    this.allowed = Collections.unmodifiableSet(may);
    this.requiredMask = mask(must);
    this.allowedMask = mask(may);
  }

  private static long mask(Set<Field> fields) {
    long mask = 0;
    for (Field field : fields) {
      mask |= 1L << field.ordinal();
    }
    return mask;
  }

  /** One bit for each required field, by ordinal. */
  long requiredMask() {
    return requiredMask;
  }

  /** One bit for each allowed field, by ordinal. */
  long allowedMask() {
    return allowedMask;
  }

  /** Fields without which the event is refused, the common ones included. */
  public Set<Field> required() {
    return required;
  }

  /** Required and optional fields; any other is refused. */
  public Set<Field> allowed() {
    return allowed;
  }

  /** Whether the event is about a store as a whole rather than a store-product. */
  public boolean isStoreLevel() {
    return this == STORE || this == TICK;
  }

  /** Whether a till may send it. */
  public boolean isOnWire() {
    return this != DAY;
  }
}
