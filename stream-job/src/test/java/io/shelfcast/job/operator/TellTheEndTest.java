package io.shelfcast.job.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.job.Announcement;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.Tills;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // closing a harness may be interrupted
class TellTheEndTest {
  @Test
  void theNewestTimeIsAnnouncedBeforeTheWatermarkThatEndsTheInput() throws Exception {
    try (OneInputStreamOperatorTestHarness<Arrival, Announcement> operator =
        new OneInputStreamOperatorTestHarness<>(new TellTheEnd())) {
      operator.open();
      operator.processElement(tick(Tills.MIDNIGHT + 5), 0);
      operator.processElement(tick(Tills.MIDNIGHT), 0);
      operator.processWatermark(new Watermark(Tills.MIDNIGHT));
      operator.processWatermark(Watermark.MAX_WATERMARK);
      List<Object> output = new ArrayList<>(operator.getOutput());
      assertEquals(new Watermark(Tills.MIDNIGHT), output.get(0));
      Announcement end = (Announcement) ((StreamRecord<?>) output.get(1)).getValue();
      assertEquals(Tills.MIDNIGHT + 5, end.endedAt());
      assertEquals(Watermark.MAX_WATERMARK, output.get(2));
    }
  }

  @Test
  void whatWasReadBeforeARestartCounts() throws Exception {
    try (OneInputStreamOperatorTestHarness<Arrival, Announcement> before =
            new OneInputStreamOperatorTestHarness<>(new TellTheEnd());
        OneInputStreamOperatorTestHarness<Arrival, Announcement> after =
            new OneInputStreamOperatorTestHarness<>(new TellTheEnd())) {
      before.open();
      before.processElement(tick(Tills.MIDNIGHT + 5), 0);
      after.initializeState(before.snapshot(1, 1));
      after.open();
      after.processWatermark(Watermark.MAX_WATERMARK);
      assertTrue(after.extractOutputValues().get(0).endedAt() == Tills.MIDNIGHT + 5);
    }
  }

  private static Arrival tick(long at) {
    return Tills.arrival(Tills.tick(at));
  }
}
