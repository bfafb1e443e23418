package io.shelfcast.trainer.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.origin.OriginTraining;
import io.shelfcast.trainer.series.Archive;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesList;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class IntradayTest {
  private static final int DAY = 19_000;
  private static final int ORIGIN = DAY + 90;
  private static final int DAYS = 20;
  private static final int PRODUCTS = 12;
  private static final TrainingSettings SETTINGS = new TrainingSettings(2, 9_000, 500, 1, false);
  private static final LocalTime MORNING = LocalTime.of(9, 30);
  private static final LocalTime NOON = LocalTime.of(12, 15);
  private static final LocalTime EVENING = LocalTime.of(18, 45);

  /** A shop whose busy days are busy from the morning on. */
  private static Archive shop() {
    Archive shop = new Archive();
    for (int day = DAY; day < ORIGIN + DAYS; day++) {
      for (int product = 0; product < PRODUCTS; product++) {
        int busy = 1 + (int) Math.floorMod(Series.mix(day * 31L + product), 5L);
        String id = "p" + product;
        shop.sale("s", id, day, MORNING, busy, 0);
        shop.sale("s", id, day, NOON, 2, 0);
        shop.sale("s", id, day, EVENING, 2.0 * busy, 0);
      }
    }
    return shop.tick("s", ORIGIN + DAYS);
  }

  private static List<IntradayLook> looks(
      SeriesList source, NavigableMap<Integer, ModelBundle> bundles) {
    List<IntradayLook> looks = new ArrayList<>();
    IntradayDays days = new IntradayDays(bundles, DAYS, source.end());
    source.part(
        0,
        series -> {
          if (series.key().productId().equals("p0")) {
            days.each(series, looks::add);
          }
        });
    return looks;
  }

  private static NavigableMap<Integer, ModelBundle> bundles() {
    return new OriginTraining(shop().source(), SETTINGS, Progress.SILENT)
        .train(List.of(ORIGIN), DAYS)
        .bundles();
  }

  private static double[] forecast(IntradayLook look) {
    return DoubleStream.concat(
            DoubleStream.of(
                look.sold(),
                look.midnightToday(),
                look.midnightRest(),
                look.nowRest(),
                look.toldRest()),
            DoubleStream.concat(
                DoubleStream.of(look.midnightAhead()), DoubleStream.of(look.nowAhead())))
        .toArray();
  }

  @Test
  void aSaleAfterTheInstantChangesNothingOfItsForecast() {
    NavigableMap<Integer, ModelBundle> bundles = bundles();
    List<IntradayLook> plain = looks(shop().source(), bundles);
    Archive planted = shop().sale("s", "p0", ORIGIN + 3, LocalTime.of(13, 1), 500, 0);
    List<IntradayLook> later = looks(planted.source(), bundles);
    assertEquals(DAYS * 3, plain.size());
    for (int i = 0; i <= 3 * 3 + 1; i++) {
      assertArrayEquals(forecast(plain.get(i)), forecast(later.get(i)), "look " + i);
    }
    IntradayLook atFive = later.get(3 * 3 + 2);
    assertEquals(plain.get(3 * 3 + 2).sold() + 500, atFive.sold(), 1e-9);
    assertEquals(plain.get(3 * 3).actual()[0] + 500, later.get(3 * 3).actual()[0], 1e-9);
  }

  @Test
  void whatIsSoldByNowIsCountedAndTheRestFollowsTheMorning() {
    SeriesList source = shop().source();
    IntradayResult result =
        new Intraday(source, SETTINGS, Progress.SILENT).run(List.of(ORIGIN), DAYS);
    assertEquals(PRODUCTS, result.series());
    assertEquals(PRODUCTS * DAYS, result.days());
    var atOne = result.figures().get(LocalTime.of(13, 0));
    assertTrue(atOne.get(IntradayMeasure.TODAY).ratio() < 0.75, atOne.toString());
    assertTrue(atOne.get(IntradayMeasure.TODAY).differenceHigh() < 0, atOne.toString());
    assertTrue(atOne.get(IntradayMeasure.REMAINDER).differenceHigh() < 0, atOne.toString());
  }

  @Test
  void totalsRestAndWeekAreAddedUpAsByHand() {
    double[] actual = new double[31];
    double[] midnight = new double[30];
    double[] now = new double[30];
    for (int day = 0; day < 30; day++) {
      actual[day + 1] = 10;
      midnight[day] = 11;
      now[day] = 9.5;
    }
    actual[0] = 12;
    actual[3] = Double.NaN;
    PairedErrors errors = new PairedErrors();
    IntradayLook look = new IntradayLook(DAY, 1, 5, 10, 6, 8, 8.5, midnight, now, actual);
    look.addTo(errors, true);
    look.addTo(errors, false);
    PairedErrors.Sums today = errors.of(1, IntradayMeasure.TODAY);
    assertEquals(new PairedErrors.Sums(24, 4, 2, 2), today);
    assertEquals(new PairedErrors.Sums(24, 4, 3, 3), errors.of(1, IntradayMeasure.TODAY_AS_TOLD));
    assertEquals(new PairedErrors.Sums(14, 2, 2, 2), errors.of(1, IntradayMeasure.REMAINDER));
    assertEquals(new PairedErrors.Sums(60, 6, 3, -3), errors.of(1, IntradayMeasure.NEXT_7));
    assertEquals(PairedErrors.Sums.NONE, errors.of(0, IntradayMeasure.TODAY));
  }
}
