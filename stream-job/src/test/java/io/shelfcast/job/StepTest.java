package io.shelfcast.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.runtime.operators.TimestampsAndWatermarksOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // closing a harness may be interrupted
class StepTest {
  /** Had it a time, however late, that would rule as soon as all other inputs are idle. */
  @Test
  void aStreamOutsideOfTimeIsIdleAndHasNoWatermark() throws Exception {
    try (OneInputStreamOperatorTestHarness<Long, Long> operator =
        new OneInputStreamOperatorTestHarness<>(
            new TimestampsAndWatermarksOperator<>(Step.<Long>outsideOfTime(), true))) {
      operator.getExecutionConfig().setAutoWatermarkInterval(100);
      operator.open();
      operator.processElement(1L, 0);
      operator.setProcessingTime(1_000);
      operator.processElement(2L, 0);
      List<Object> output = new ArrayList<>();
      operator.getOutput().forEach(each -> output.add(value(each)));
      assertEquals(List.of(1L, WatermarkStatus.IDLE, 2L), output);
    }
  }

  private static Object value(Object output) {
    return output instanceof StreamRecord ? ((StreamRecord<?>) output).getValue() : output;
  }
}
