package io.shelfcast.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class StepTest {
  /** Had it a time, however late, that would rule as soon as all other inputs are idle. */
  @Test
  void aStreamOutsideOfTimeIsIdleAndHasNoWatermark() {
    List<String> told = new ArrayList<>();
    WatermarkGenerator<Long> generator = Step.<Long>outsideOfTime().createWatermarkGenerator(null);
    WatermarkOutput output = new Told(told);
    generator.onEvent(1L, 0, output);
    generator.onPeriodicEmit(output);
    assertEquals(List.of("idle", "idle"), told);
  }

  private static final class Told implements WatermarkOutput {
    private final List<String> told;

    Told(List<String> told) {
      this.told = told;
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      told.add(watermark.toString());
    }

    @Override
    public void markIdle() {
      told.add("idle");
    }

    @Override
    public void markActive() {
      told.add("active");
    }
  }
}
