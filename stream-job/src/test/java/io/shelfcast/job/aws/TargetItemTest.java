package io.shelfcast.job.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.EventLimits;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.TableWrite;
import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import io.shelfcast.target.TargetVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TargetItemTest {
  private static final long WRITTEN_AT = Instant.parse("2026-03-02T10:11:12.345Z").toEpochMilli();

  @Test
  void aTargetBecomesAttributesThatReadersUnderstand() {
    Map<String, AttributeValue> item =
        TargetItem.attributes(
            Targets.write("p1", Targets.version(1_700_000_000, 20_500, 12), true), WRITTEN_AT);
    assertEquals("s1", item.get("storeId").s());
    assertEquals("p1", item.get("productId").s());
    assertEquals("12", item.get("onHand").n());
    assertEquals("0.91", item.get("stockoutProbability").n());
    assertEquals("3.25", item.get("reorderPoint").n());
    assertFalse(item.containsKey("onOrder"), "what is unknown is left out");
    assertEquals("2026-02-16", item.get("closedThrough").s());
    assertEquals("2026-02-16T00:00:00.001Z", item.get("asOf").s());
    assertEquals("2026-03-02T10:11:12.345Z", item.get("writtenAt").s());
    assertEquals("3", item.get("bundle").n());
    assertEquals("1700000000", item.get("generation").n());
    assertFalse(item.containsKey("reason"), "it depends on when the forest ran");
    assertEquals("s1", item.get("riskStoreId").s());
    assertTrue(item.get("atRisk").bool());
    assertFalse(item.get("extended").bool());
  }

  @Test
  void aTargetThatIsNotAtRiskStaysOutOfTheIndex() {
    TableWrite write = Targets.write("p1", Targets.version(1, 20_500, 12), false);
    assertFalse(TargetItem.attributes(write, WRITTEN_AT).containsKey("riskStoreId"));
  }

  @Test
  void aStoresStalenessIsAnItemBesideItsTargets() {
    Map<String, AttributeValue> item =
        TargetItem.attributes(TableWrite.staleness("s1", 5, 0), WRITTEN_AT);
    assertEquals("#freshness", item.get("productId").s());
    assertEquals("1970-01-01T00:00:00.000Z", item.get("watermark").s());
    assertEquals("2026-03-02T10:11:12.345Z", item.get("writtenAt").s());
  }

  @Test
  void theLargestUsualItemCostsOneWriteUnit() {
    long[] measures = new long[Measure.values().length];
    Arrays.fill(measures, EventLimits.MAX_UNITS * 10_000L - 1);
    StoreProductKey key = new StoreProductKey("s".repeat(36), "p".repeat(36));
    TargetVersion version = new TargetVersion(9_999_999_999L, 99_999, 9_999_999, 1L << 40, true);
    InventoryTarget target =
        new InventoryTarget(key, version, 253_402_300_799_999L, true, true, measures);
    TableWrite write =
        TableWrite.of(
            new Decision(null, target, Decision.Reason.ORDER_QUANTITY, 0, WRITTEN_AT, null));
    int size = TargetItem.sizeBytes(TargetItem.attributes(write, WRITTEN_AT));
    assertTrue(size <= TargetItem.BYTES_PER_UNIT, size + " bytes");
  }
}
