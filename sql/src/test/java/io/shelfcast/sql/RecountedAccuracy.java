package io.shelfcast.sql;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What forecast_accuracy must answer, worked out forecast by forecast. */
final class RecountedAccuracy {
  /** Sums over the forecasts of one week and horizon. */
  private static final class Sums {
    private int forecasts;
    private BigDecimal forecast = BigDecimal.ZERO.setScale(4);
    private BigDecimal actual = BigDecimal.ZERO.setScale(4);
    private BigDecimal off = BigDecimal.ZERO;

    void add(BigDecimal expected, BigDecimal sold) {
      forecasts++;
      forecast = forecast.add(expected);
      actual = actual.add(sold);
      off = off.add(expected.subtract(sold).abs());
    }

    String row() {
      return String.join(
          " | ",
          String.valueOf(forecasts),
          forecast.toString(),
          actual.toString(),
          percent(off),
          percent(forecast.subtract(actual)));
    }

    private String percent(BigDecimal part) {
      return part.multiply(BigDecimal.valueOf(100))
          .divide(actual, 1, RoundingMode.HALF_UP)
          .toString();
    }
  }

  private final Recount lake;
  private final LocalDate last;

  /**
   * @param last day by which a horizon must have ended
   */
  RecountedAccuracy(Recount lake, LocalDate last) {
    this.lake = lake;
    this.last = last;
  }

  List<String> rows() {
    List<String> rows = new ArrayList<>();
    add(rows, 0, 0, 0, Measure.DEMAND_TODAY);
    add(rows, 7, 1, 7, Measure.DEMAND_NEXT_7);
    add(rows, 30, 1, 30, Measure.DEMAND_NEXT_30);
    return rows;
  }

  private void add(List<String> rows, int horizon, int from, int to, Measure measure) {
    Map<LocalDate, Sums> weeks = new TreeMap<>();
    lake.decisions()
        .forEach(
            (key, decisions) ->
                firstOfEachDay(decisions)
                    .forEach(
                        (day, target) -> {
                          if (!day.plusDays(to).isAfter(last)) {
                            weeks
                                .computeIfAbsent(monday(day), any -> new Sums())
                                .add(Recount.value(target, measure), sold(key, day, from, to));
                          }
                        }));
    weeks.forEach((week, sums) -> rows.add(horizon + " | " + week + " | " + sums.row()));
  }

  private static Map<LocalDate, InventoryTarget> firstOfEachDay(List<Decision> decisions) {
    Map<LocalDate, InventoryTarget> first = new HashMap<>();
    for (Decision decision : decisions) {
      InventoryTarget target = decision.after();
      int openDay = target.version().closedThroughDay() + 1;
      first.putIfAbsent(LocalDate.ofEpochDay(openDay), target);
    }
    return first;
  }

  private BigDecimal sold(StoreProductKey key, LocalDate day, int from, int to) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int ahead = from; ahead <= to; ahead++) {
      sum = sum.add(lake.sold(key, day.plusDays(ahead)).units());
    }
    return sum;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
