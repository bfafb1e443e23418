package io.shelfcast.bench.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.bench.pipeline.Shop;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrialsTest {
  private static List<TimedEvent> all(Trial trial) {
    List<TimedEvent> events = new ArrayList<>();
    trial.traffic().forEachRemaining(events::add);
    return events;
  }

  private static List<Long> eventsByProduct(List<TimedEvent> events) {
    Map<String, Long> counts =
        events.stream()
            .collect(Collectors.groupingBy(TimedEvent::partitionKey, Collectors.counting()));
    return counts.values().stream().sorted().toList();
  }

  @Test
  void hotStoreProductsSellTenTimesASecondByDaylight() {
    Trial trial = Trials.hot(500, Trials.COALESCED);
    assertEquals(50, trial.storeProducts());
    List<Long> counts = eventsByProduct(all(trial));
    double asked = 10.0 * (trial.warmSeconds() + trial.measuredSeconds());
    assertTrue(counts.get(0) > 0.75 * asked && counts.get(49) < 1.25 * asked, counts.toString());
  }

  @Test
  void halfOfTheRetailStoreProductsHaveThreeEventsADayOrFewer() {
    Trial trial = Trials.retail();
    long dayEnds = Shop.startOf(Shop.OPEN_DAY + 1);
    List<TimedEvent> events = all(trial);
    List<Long> counts =
        eventsByProduct(events.stream().filter(event -> event.at() < dayEnds).toList());
    int silent = trial.storeProducts() - counts.size();
    assertEquals(3, counts.get(trial.storeProducts() / 2 - silent));
    assertTrue(events.get(events.size() - 1).at() > dayEnds + 3_600_000, "all closes are due");
  }

  @Test
  void asManyStoreProductsCloseInASecondHoweverManyThereAre() {
    Trial few = Trials.midnight(500, 10_000);
    Trial many = Trials.midnight(500, 100_000);
    assertEquals(10, few.speedUp());
    assertEquals(1, many.speedUp());
    assertEquals(many.measuredSeconds(), 10 * few.measuredSeconds());
    for (Trial trial : List.of(few, many)) {
      double measuredFrom = trial.from() + 1_000 * trial.warmSeconds() * trial.speedUp();
      assertEquals(Shop.startOf(Shop.OPEN_DAY + 1) - 60_000, measuredFrom);
      double end = measuredFrom + 1_000 * trial.measuredSeconds() * trial.speedUp();
      assertTrue(end > Shop.startOf(Shop.OPEN_DAY + 1) + 3_600_000, "all closes are due");
    }
  }
}
