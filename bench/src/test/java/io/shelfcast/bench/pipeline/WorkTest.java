package io.shelfcast.bench.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkTest {
  private static final String TASK = "org.apache.flink.streaming.runtime.tasks.StreamTask";
  private static final String OPERATOR = "io.shelfcast.job.operator.ApplyEvent";

  /** A stack as Java gives it: the innermost class first. */
  private static Work at(String... classes) {
    return Work.of(
        Stream.of(classes)
            .map(name -> new StackTraceElement(name, "run", null, 1))
            .toArray(StackTraceElement[]::new));
  }

  @Test
  void timeGoesToWhatAThreadIsWithin() {
    assertEquals(Work.SCORING, at("io.shelfcast.model.SharedWalk", OPERATOR, TASK));
    assertEquals(Work.FEATURES, at("java.util.HashMap", "io.shelfcast.feature.Features", TASK));
    assertEquals(Work.APPLY, at("io.shelfcast.demand.StoreProduct", OPERATOR, TASK));
    assertEquals(Work.DECODE, at("io.shelfcast.event.IsoTime", "io.shelfcast.event.EventCodec"));
    assertEquals(Work.FLINK, at("java.lang.Object", TASK));
  }

  @Test
  void whatStateHoldsIsWrittenOnTheAccountOfState() {
    assertEquals(
        Work.STATE,
        at(
            "io.shelfcast.forecast.Forecast",
            "io.shelfcast.demand.HotState",
            "org.apache.flink.contrib.streaming.state.RocksDBValueState",
            OPERATOR));
  }

  @Test
  void whatGoesOverTheNetworkIsWrittenOnTheAccountOfFlink() {
    assertEquals(
        Work.FLINK,
        at(
            "io.shelfcast.target.TargetBinary",
            "org.apache.flink.streaming.runtime.streamrecord.StreamElementSerializer",
            OPERATOR,
            TASK));
  }
}
