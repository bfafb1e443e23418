package io.shelfcast.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.Forecast;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TargetBinaryTest {
  @Test
  void aDecisionComesBackWithBothTargetsAndItsFeaturesToTheBit() throws IOException {
    float[] features = {1.5f, Float.NaN, -0f, Float.MIN_VALUE};
    Decision decision =
        new Decision(target(3, true), target(4, false), Decision.Reason.RISK, 5, 17, features);
    Decision back = reread(decision);
    assertEquals(decision.before(), back.before());
    assertEquals(decision.after(), back.after());
    assertEquals(Decision.Reason.RISK, back.reason());
    assertEquals(5, back.storeRevision());
    assertEquals(17, back.oldestArrival());
    assertArrayEquals(features, back.features());
  }

  @Test
  void aFirstDecisionHasNothingBeforeItAndMayHaveNoFeatures() throws IOException {
    Decision back = reread(new Decision(null, target(1, true), Decision.Reason.FIRST, 5, 0, null));
    assertNull(back.before());
    assertNull(back.features());
    assertEquals(target(1, true), back.after());
  }

  @Test
  void aForecastFromElsewhereComesBackWithItsDecision() throws IOException {
    float[] daily = new float[FeatureSchema.ROWS];
    Arrays.fill(daily, 1 / 3f);
    daily[30] = 7;
    InventoryTarget of = target(1, true);
    InventoryTarget after =
        new InventoryTarget(
            of.key(),
            new TargetVersion(1, 20_000, 7, 1, true, true),
            5,
            true,
            false,
            new long[Measure.values().length]);
    Forecast remote = new Forecast(7, 20_001, 4, DemandClass.LUMPY, daily, true);
    Decision back = reread(new Decision(of, after, Decision.Reason.RISK, 5, 0, null, remote));
    assertEquals(after, back.after());
    assertTrue(back.remoteForecast().isRemote());
    assertEquals(20_001, back.remoteForecast().openDay());
    assertEquals(4, back.remoteForecast().asOf());
    assertArrayEquals(daily, back.remoteForecast().daily());
  }

  @Test
  void absentMeasuresStayAbsent() throws IOException {
    InventoryTarget after = target(2, true);
    InventoryTarget back =
        reread(new Decision(null, after, Decision.Reason.SETTLED, 5, 0, null)).after();
    for (Measure measure : Measure.values()) {
      assertEquals(after.has(measure), back.has(measure), measure.json());
    }
  }

  private static Decision reread(Decision decision) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TargetBinary.write(decision, new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    Decision back = TargetBinary.readDecision(in);
    assertEquals(0, in.available(), "bytes left over");
    return back;
  }

  private static InventoryTarget target(long applied, boolean sparse) {
    long[] measures = new long[Measure.values().length];
    Arrays.setAll(measures, i -> sparse && i % 2 == 0 ? InventoryTarget.ABSENT : i * 12_345L);
    return new InventoryTarget(
        new StoreProductKey("store", "product"),
        new TargetVersion(1_700_000_000L, 20_000, 7, applied, sparse),
        1_728_000_000_123L,
        sparse,
        !sparse,
        measures);
  }
}
