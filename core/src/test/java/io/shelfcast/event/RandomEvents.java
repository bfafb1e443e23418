package io.shelfcast.event;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A seeded source of valid events of every type, with each optional field sometimes there, awkward
 * texts and values at their limits. The same seed gives the same events.
 */
public final class RandomEvents {
  private static final Field[] FIELDS = Field.values();
  private static final List<EventType> ON_WIRE = onWire();
  private static final long FIRST_DAY = LocalDate.of(2009, 12, 1).toEpochDay();
  private static final int DAYS = 6200;
  private static final long DAY_MILLIS = EventLimits.DAY_MILLIS;
  private static final String[] ZONES = {"Europe/London", "America/New_York", "Asia/Kolkata", "Z"};
  private static final String[] COUNTRIES = {"GB", "US", "IN"};
  private static final String[] LETTERS = {
    "a", "B", "7", "-", "_", ".", " ", "\"", "\\", "'", "#", "ß", "é", "水", "\u2028", "😀"
  };

  private final Random random;

  private static List<EventType> onWire() {
    return Arrays.stream(EventType.values())
        .filter(EventType::isOnWire)
        .collect(Collectors.toUnmodifiableList());
  }

  public RandomEvents(long seed) {
    random = new Random(seed);
  }

  /** An event of any type that may be on the stream. */
  public Event next() {
    return next(ON_WIRE.get(random.nextInt(ON_WIRE.size())));
  }

  /** An event of the given type, which may be DAY. */
  public Event next(EventType type) {
    Event.Builder event = Event.of(type);
    boolean costs = random.nextBoolean();
    for (Field field : FIELDS) {
      if (wanted(field, type, costs)) {
        fill(event, field, type);
      }
    }
    return event.build();
  }

  /** A POLICY states its costs or a service level; any other optional field is there or not. */
  private boolean wanted(Field field, EventType type, boolean costs) {
    if (!type.allowed().contains(field)) {
      return false;
    }
    boolean needed =
        type == EventType.POLICY
            && (costs ? field.kind() == Field.Kind.MONEY : field == Field.SERVICE_LEVEL);
    return needed || type.required().contains(field) || random.nextBoolean();
  }

  private void fill(Event.Builder event, Field field, EventType type) {
    if (field.kind().isText()) {
      event.with(field, text(field));
    } else {
      event.with(field, number(field, type, event));
    }
  }

  private String text(Field field) {
    switch (field) {
      case ZONE:
        return ZONES[random.nextInt(ZONES.length)];
      case COUNTRY:
        return COUNTRIES[random.nextInt(COUNTRIES.length)];
      case CLOSED_DAYS:
        TreeSet<Long> days = new TreeSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          days.add(day());
        }
        return DateList.of(days);
      case VOIDS_EVENT_ID:
        return "voided " + anyText(EventLimits.MAX_TEXT_LENGTH - 7);
      case PRODUCT_ID:
        return anyText(EventLimits.MAX_KEY_LENGTH - EventLimits.MAX_TEXT_LENGTH);
      default:
        return anyText(EventLimits.MAX_TEXT_LENGTH);
    }
  }

  private String anyText(int mostChars) {
    int length = random.nextInt(20) == 0 ? mostChars : 2 + random.nextInt(20);
    StringBuilder text = new StringBuilder("x");
    while (text.length() < length) {
      String letter = LETTERS[random.nextInt(LETTERS.length)];
      text.append(text.length() + letter.length() <= length ? letter : "y");
    }
    return text.toString();
  }

  private long number(Field field, EventType type, Event.Builder soFar) {
    switch (field) {
      case TO:
        return soFar.number(Field.FROM) + 1 + upTo(EventLimits.MAX_INTERVAL_DAYS * DAY_MILLIS - 1);
      case TO_DAY:
        return soFar.number(Field.FROM_DAY) + upTo(EventLimits.MAX_PROMOTION_DAYS - 1);
      case END_DAY:
        return FIRST_DAY + DAYS + upTo(DAYS);
      case VOIDS_DAY:
        return soFar.number(Field.OCCURRED_AT) / DAY_MILLIS - upTo(30);
      case QUANTITY:
        long sign = type == EventType.ADJUST && random.nextBoolean() ? -1 : 1;
        return sign * (1 + upTo(EventLimits.MAX_UNITS * 10_000L - 1));
      case HOLDING_COST:
        long beside = Math.min(soFar.number(Field.SHORTAGE_COST), EventLimits.MAX_MONEY * 10L);
        return Math.max(1, beside / 1000 + upTo(9 * beside));
      case SERVICE_LEVEL:
        return 1 + upTo(9_998);
      case LEAD_TIME_DAYS:
      case REVIEW_PERIOD_DAYS:
        return upTo(EventLimits.MAX_PROTECTION_DAYS * 5_000L);
      default:
        return number(field);
    }
  }

  private long number(Field field) {
    switch (field.kind()) {
      case INSTANT:
        return day() * DAY_MILLIS + upTo(DAY_MILLIS - 1);
      case DATE:
        return day();
      case QUANTITY:
        return 1 + upTo(EventLimits.MAX_UNITS * 10_000L - 1);
      case MONEY:
        return 1 + upTo(EventLimits.MAX_MONEY * 100L - 1);
      case SHARE:
        return upTo(10_000);
      case DAYS:
        return upTo(EventLimits.MAX_PROTECTION_DAYS * 10_000L);
      default:
        return random.nextInt(2);
    }
  }

  private long day() {
    return FIRST_DAY + random.nextInt(DAYS);
  }

  /**
   * From 0 to {@code most}, both often, round thousands and small numbers more often than chance.
   */
  private long upTo(long most) {
    switch (random.nextInt(8)) {
      case 0:
        return 0;
      case 1:
        return most;
      case 2:
        return Math.min(most, random.nextInt(10));
      case 3:
      case 4:
        return (long) (random.nextDouble() * most) / 1000 * 1000;
      default:
        return (long) (random.nextDouble() * most);
    }
  }
}
