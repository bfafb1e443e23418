package io.shelfcast.lake;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.Forecast;
import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import io.shelfcast.target.TargetVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes rows of all shapes from a seed: few stores and products, so that keys repeat. */
final class RandomRows {
  static final long DAY_MILLIS = 86_400_000L;
  private static final long DECIMAL_LIMIT = 1_000_000_000_000_000_000L;

  private final Random random;
  private int sequence;

  RandomRows(long seed) {
    random = new Random(seed);
  }

  List<ArchivedEvent> events(int businessDay, int count) {
    List<ArchivedEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(event(pick(EventType.values()), businessDay));
    }
    return events;
  }

  ArchivedEvent event(EventType type, int businessDay) {
    Event.Builder event = Event.of(type);
    for (Field f : Field.values()) {
      if (type.required().contains(f) || type.allowed().contains(f) && random.nextBoolean()) {
        fill(event, f, businessDay);
      }
    }
    boolean tooOld = random.nextInt(20) == 0;
    return new ArchivedEvent(
        event.build(),
        tooOld ? Fate.TOO_OLD : Fate.APPLIED,
        type == EventType.DAY ? ArchivedEvent.Origin.BACKFILL : ArchivedEvent.Origin.LIVE,
        businessDay * DAY_MILLIS + random.nextInt(1000),
        businessDay,
        tooOld ? 0 : random.nextInt(5),
        random.nextInt(3));
  }

  private void fill(Event.Builder event, Field field, int businessDay) {
    if (field == Field.EVENT_ID) {
      event.with(field, "e" + random.nextInt(1000) + "-" + sequence++);
    } else if (field == Field.STORE_ID) {
      event.with(field, "store-" + random.nextInt(3));
    } else if (field == Field.PRODUCT_ID) {
      event.with(field, "product-" + random.nextInt(5));
    } else if (field.kind() == Field.Kind.TEXT) {
      event.with(field, pick("", "Straße 名 🛒", "a,\"b\"\n", "plain"));
    } else if (field.kind() == Field.Kind.DATES) {
      event.with(field, "2024-12-25,2025-01-01");
    } else if (field.kind() == Field.Kind.FLAG) {
      event.with(field, random.nextInt(2));
    } else if (field.kind() == Field.Kind.DATE) {
      event.with(field, businessDay + random.nextInt(60) - 30L);
    } else {
      event.with(field, number());
    }
  }

  ArchivedDecision decision(int day) {
    StoreProductKey key =
        new StoreProductKey("store-" + random.nextInt(3), "product-" + random.nextInt(5));
    float[] features = null;
    if (random.nextInt(3) == 0) {
      features = new float[random.nextInt(200)];
      for (int i = 0; i < features.length; i++) {
        features[i] = random.nextInt(4) == 0 ? Float.NaN : random.nextFloat() * 2 - 1;
      }
    }
    InventoryTarget after = target(key, day);
    return new ArchivedDecision(
        new Decision(
            random.nextBoolean() ? target(key, day - random.nextInt(3)) : null,
            after,
            pick(Decision.Reason.values()),
            random.nextInt(4),
            random.nextBoolean() ? 0 : day * DAY_MILLIS,
            features,
            after.version().isRemote() ? forecast(after.version()) : null),
        features == null ? null : "hash-" + random.nextInt(2));
  }

  private Forecast forecast(TargetVersion version) {
    float[] daily = new float[FeatureSchema.ROWS];
    for (int i = 0; i < daily.length; i++) {
      daily[i] = random.nextFloat();
    }
    return new Forecast(
        version.bundleSequence(),
        version.closedThroughDay() + 1,
        number(),
        pick(DemandClass.values()),
        daily,
        true);
  }

  private InventoryTarget target(StoreProductKey key, int day) {
    long[] measures = new long[Measure.values().length];
    for (int i = 0; i < measures.length; i++) {
      measures[i] = random.nextInt(4) == 0 ? InventoryTarget.ABSENT : number();
    }
    return new InventoryTarget(
        key,
        new TargetVersion(
            random.nextInt(3),
            day - 1,
            random.nextInt(9),
            sequence++,
            random.nextBoolean(),
            random.nextBoolean()),
        day * DAY_MILLIS + random.nextInt(1000),
        random.nextBoolean(),
        random.nextBoolean(),
        measures);
  }

  RefusedRecord refused(int day) {
    byte[] raw = new byte[random.nextInt(50)];
    random.nextBytes(raw);
    return new RefusedRecord(raw, "quantity is not a number", day * DAY_MILLIS + sequence++);
  }

  /** Small ones, zero and the extremes of 18 digits. */
  private long number() {
    switch (random.nextInt(6)) {
      case 0:
        return 0;
      case 1:
        return DECIMAL_LIMIT - 1;
      case 2:
        return 1 - DECIMAL_LIMIT;
      default:
        return random.nextInt(1_000_000) - 100_000L;
    }
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
