package io.shelfcast.job.aws;

import io.shelfcast.job.TableWrite;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table's side of a {@link TableWrite}: the attributes of the item and the condition under
 * which it may be put. Pure; docs/operations.md explains the attributes to readers.
 */
public final class TargetItem {
  /** Partition key: the store. */
  public static final String STORE_ID = "storeId";

  /** Sort key: the product, or {@link #STALENESS}. */
  public static final String PRODUCT_ID = "productId";

  /** Sort key of a store's staleness item; no product is called so. */
  public static final String STALENESS = "#freshness";

  /** Partition key of the sparse index, on items at risk only. */
  public static final String RISK_STORE_ID = "riskStoreId";

  /** The sparse index of store-products at risk, sorted by stockout probability. */
  public static final String RISK_INDEX = "at-risk";

  /** What one write capacity unit pays for. */
  static final int BYTES_PER_UNIT = 1024;

  /** Lets a put pass only over an older target, by generation, then version. */
  static final String NEWER_TARGET =
      "attribute_not_exists(storeId) OR #g < :g OR (#g = :g AND #v < :v)";

  /** The same for staleness, where an equal watermark is news: the job still lives. */
  static final String NEWER_STALENESS =
      "attribute_not_exists(storeId) OR #g < :g OR (#g = :g AND #v <= :v)";

  private static final String GENERATION = "generation";
  private static final String VERSION = "version";
  private static final String WATERMARK = "watermark";

  private TargetItem() {}

  /**
   * The item.
   *
   * @param writtenAt wall-clock milliseconds since the epoch
   */
  static Map<String, AttributeValue> attributes(TableWrite write, long writtenAt) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put(STORE_ID, text(write.storeId()));
    item.put(GENERATION, number(write.generation()));
    item.put("writtenAt", text(Instant.ofEpochMilli(writtenAt).toString()));
    if (write.isStaleness()) {
      item.put(PRODUCT_ID, text(STALENESS));
      item.put(WATERMARK, text(sortable(write.watermark())));
    } else {
      putTarget(write.target(), item);
    }
    return item;
  }

  private static void putTarget(InventoryTarget target, Map<String, AttributeValue> item) {
    item.put(PRODUCT_ID, text(target.key().productId()));
    item.put(VERSION, text(target.version().ordered()));
    item.put("asOf", text(Instant.ofEpochMilli(target.asOf()).toString()));
    item.put(
        "closedThrough",
        text(LocalDate.ofEpochDay(target.version().closedThroughDay()).toString()));
    item.put("bundle", number(target.version().bundleSequence()));
    item.put("atRisk", AttributeValue.fromBool(target.atRisk()));
    item.put("extended", AttributeValue.fromBool(target.extended()));
    for (Measure measure : Measure.values()) {
      if (target.has(measure)) {
        item.put(measure.json(), decimal(target.get(measure)));
      }
    }
    if (target.atRisk()) {
      item.put(RISK_STORE_ID, text(target.key().storeId()));
    }
  }

  /** The condition of the put; see {@link #conditionNames} and {@link #conditionValues}. */
  static String condition(TableWrite write) {
    return write.isStaleness() ? NEWER_STALENESS : NEWER_TARGET;
  }

  static Map<String, String> conditionNames(TableWrite write) {
    return Map.of("#g", GENERATION, "#v", write.isStaleness() ? WATERMARK : VERSION);
  }

  static Map<String, AttributeValue> conditionValues(TableWrite write) {
    String version =
        write.isStaleness() ? sortable(write.watermark()) : write.target().version().ordered();
    return Map.of(":g", number(write.generation()), ":v", text(version));
  }

  /** The size that DynamoDB charges for, in bytes; a bound from above for numbers. */
  static int sizeBytes(Map<String, AttributeValue> item) {
    int size = 0;
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      AttributeValue value = attribute.getValue();
      size += attribute.getKey().length();
      if (value.s() != null) {
        size += value.s().getBytes(StandardCharsets.UTF_8).length;
      } else if (value.n() != null) {
        size += value.n().length() / 2 + 2;
      } else {
        size += 1;
      }
    }
    return size;
  }

  /** ISO-8601 with always three digits of milliseconds, so that text sorts as time does. */
  private static String sortable(long millis) {
    return String.format("%tFT%<tT.%<tLZ", Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
  }

  private static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  private static AttributeValue decimal(long tenThousandths) {
    return AttributeValue.fromN(
        BigDecimal.valueOf(tenThousandths, 4).stripTrailingZeros().toPlainString());
  }
}
