package io.shelfcast.lake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.forecast.Forecast;
import io.shelfcast.target.Decision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DecisionRowsTest {
  private static final int DAY = 19_900;

  @Test
  void everyDecisionComesBackEqual() throws IOException {
    RandomRows random = new RandomRows(1);
    List<ArchivedDecision> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(random.decision(DAY));
    }
    List<ArchivedDecision> read =
        read(MemoryFile.of(DecisionRows.FORMAT::writer, rows), RowFilter.all());
    assertEquals(rows.size(), read.size());
    for (int i = 0; i < rows.size(); i++) {
      assertSame(rows.get(i), read.get(i));
    }
  }

  @Test
  void aNewDecisionIsKeptWithTheSchemaOfThisVersion() throws IOException {
    Decision template = ofBundle(new RandomRows(2));
    float[] features = {1.5f, Float.NaN, -0.0f, 0.1f};
    Decision sampled = new Decision(null, template.after(), Decision.Reason.FIRST, 1, 0, features);
    Decision plain = new Decision(null, template.after(), Decision.Reason.SETTLED, 1, 5, null);
    List<ArchivedDecision> read =
        read(MemoryFile.of(DecisionRows::writer, List.of(sampled, plain)), RowFilter.all());
    assertEquals(FeatureSchema.hash(), read.get(0).featureSchema());
    assertSame(ArchivedDecision.of(sampled), read.get(0));
    assertNull(read.get(1).featureSchema());
    assertEquals(DAY, read.get(1).day());
  }

  private static Decision ofBundle(RandomRows random) {
    Decision decision = random.decision(DAY).decision();
    return decision.remoteForecast() == null ? decision : ofBundle(random);
  }

  @Test
  void aStoreProductIsSelected() throws IOException {
    RandomRows random = new RandomRows(3);
    List<ArchivedDecision> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(random.decision(DAY));
    }
    StoreProductKey key = new StoreProductKey("store-0", "product-4");
    List<String> expected =
        rows.stream()
            .filter(r -> r.decision().after().key().equals(key))
            .map(r -> r.decision().after().toString())
            .collect(Collectors.toList());
    List<String> read =
        read(MemoryFile.of(DecisionRows.FORMAT::writer, rows), RowFilter.storeProduct(key)).stream()
            .map(r -> r.decision().after().toString())
            .collect(Collectors.toList());
    assertEquals(expected, read);
  }

  /** Floats are compared by their bits: the parity of features is exact. */
  static void assertSame(ArchivedDecision expected, ArchivedDecision actual) {
    Decision a = expected.decision();
    Decision b = actual.decision();
    assertEquals(a.before(), b.before());
    assertEquals(a.after(), b.after());
    assertEquals(a.reason(), b.reason());
    assertEquals(a.storeRevision(), b.storeRevision());
    assertEquals(a.oldestArrival(), b.oldestArrival());
    assertEquals(expected.featureSchema(), actual.featureSchema());
    assertArrayEquals(bits(a.features()), bits(b.features()));
    assertSame(a.remoteForecast(), b.remoteForecast());
  }

  private static void assertSame(Forecast a, Forecast b) {
    assertEquals(a == null, b == null);
    if (a != null) {
      assertEquals(a.bundleSequence(), b.bundleSequence());
      assertEquals(a.openDay(), b.openDay());
      assertEquals(a.asOf(), b.asOf());
      assertEquals(a.demandClass(), b.demandClass());
      assertArrayEquals(bits(a.daily()), bits(b.daily()));
      assertTrue(b.isRemote());
    }
  }

  private static int[] bits(float[] values) {
    if (values == null) {
      return null;
    }
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }

  private static List<ArchivedDecision> read(MemoryFile file, RowFilter filter) {
    return MemoryFile.drain(DecisionRows.reader(file, "x.parquet", DAY, filter));
  }
}
