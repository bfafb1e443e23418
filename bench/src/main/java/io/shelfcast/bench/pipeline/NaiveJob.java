package io.shelfcast.bench.pipeline;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.feature.Feature;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.job.Arrival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The peer: a small honest job as a tutorial would write it. The sales of a store-product are a
 * list in state; each event adds one, computes the features from the whole list, asks xgboost4j for
 * the forecast, and writes the target.
 *
 * <p>Tuned once: one Booster a subtask, reused and with one thread, {@code inplace_predict} for all
 * days at once, and a past of one entry a day instead of one a sale.
 */
final class NaiveJob {
  static final String UID = "naive";

  private static final int DAYS = 400;
  private static final int ROWS = FeatureSchema.ROWS;
  private static final int FEATURES = FeatureSchema.count();

  private NaiveJob() {}

  /** One entry of the list. */
  public static final class Sale {
    public long at;
    public double units;

    /** For Flink. */
    public Sale() {}

    Sale(Event event) {
      at = event.occurredAt();
      units = event.type() == EventType.RECEIPT ? 0 : event.quantity() / 10_000d;
    }
  }

  /** What is written with each event. */
  public static final class Target {
    public String key;
    public double reorderPoint;
    public double demandNext30;
  }

  static ListStateDescriptor<Sale> history() {
    return new ListStateDescriptor<>("history", Sale.class);
  }

  /** The topology, from arrivals to targets. */
  static SingleOutputStreamOperator<Target> define(
      SingleOutputStreamOperator<Arrival> arrivals, Path model) {
    return arrivals
        .map(
            Arrival::event,
            io.shelfcast.job.state.BinaryType.of(io.shelfcast.job.state.Forms.EVENT))
        .uid("event")
        .keyBy(event -> event.storeId() + "/" + event.productId())
        .process(new Forecast(model.toString()))
        .uid(UID);
  }

  /** Gives the list its past. */
  static final class Past extends KeyedStateBootstrapFunction<String, Integer> {
    private static final long serialVersionUID = 1;
    private final Shop shop;
    private transient ListState<Sale> history;

    Past(Shop shop) {
      this.shop = shop;
    }

    @Override
    public void open(OpenContext context) {
      history = getRuntimeContext().getListState(history());
    }

    @Override
    public void processElement(Integer number, Context context) throws Exception {
      List<Sale> past = new ArrayList<>();
      for (int day = shop.firstDay(); day < Shop.OPEN_DAY; day++) {
        past.add(new Sale(shop.day(number, day)));
      }
      history.update(past);
    }
  }

  private static final class Forecast extends KeyedProcessFunction<String, Event, Target> {
    private static final long serialVersionUID = 1;
    private final String model;
    private transient ListState<Sale> history;
    private transient Booster booster;

    Forecast(String model) {
      this.model = model;
    }

    @Override
    public void open(OpenContext context) throws IOException, XGBoostError {
      history = getRuntimeContext().getListState(history());
      booster = XGBoost.loadModel(Files.readAllBytes(Path.of(model)));
      booster.setParam("nthread", 1);
    }

    @Override
    public void processElement(Event event, Context context, Collector<Target> out)
        throws Exception {
      history.add(new Sale(event));
      int today = (int) Math.floorDiv(event.occurredAt(), Shop.dayMillis());
      double[] days = new double[DAYS];
      for (Sale sale : history.get()) {
        int back = today - (int) Math.floorDiv(sale.at, Shop.dayMillis());
        if (back < DAYS) {
          days[back] += sale.units;
        }
      }
      double level = Math.max(0.02, mean(days, 28));
      float[][] forecast =
          booster.inplace_predict(features(days, level, today), ROWS, FEATURES, Float.NaN);
      out.collect(target(context.getCurrentKey(), days, level, forecast));
    }

    private static Target target(String key, double[] days, double level, float[][] forecast) {
      Target target = new Target();
      target.key = key;
      for (int day = 1; day < ROWS; day++) {
        double units = Math.max(0, forecast[day][0] * level);
        target.demandNext30 += units;
        target.reorderPoint += day <= 8 ? units : 0;
      }
      target.reorderPoint += 1.645 * sd(days, 28) * Math.sqrt(8);
      return target;
    }

    private static float[] features(double[] days, double level, int today) {
      float[] row = new float[FEATURES];
      Arrays.fill(row, Float.NaN);
      set(row, Feature.LOG_LEVEL, Math.log1p(level));
      set(row, Feature.MEAN_1, mean(days, 1) / level);
      set(row, Feature.MEAN_7, mean(days, 7) / level);
      set(row, Feature.MEAN_14, mean(days, 14) / level);
      set(row, Feature.MEAN_28, mean(days, 28) / level);
      set(row, Feature.MEAN_91, mean(days, 91) / level);
      set(row, Feature.MEAN_364, mean(days, 364) / level);
      set(row, Feature.SD_28, sd(days, 28) / level);
      set(row, Feature.SOLD_SO_FAR, days[0] / level);
      float[] rows = new float[ROWS * FEATURES];
      for (int ahead = 0; ahead < ROWS; ahead++) {
        LocalDate date = LocalDate.ofEpochDay(today + ahead);
        set(row, Feature.HORIZON, ahead);
        set(row, Feature.WEEKDAY, date.getDayOfWeek().getValue());
        set(row, Feature.DAY_OF_MONTH, date.getDayOfMonth());
        set(row, Feature.MONTH, date.getMonthValue());
        set(row, Feature.DAY_OF_YEAR, date.getDayOfYear());
        set(row, Feature.SAME_WEEKDAY_4, sameWeekday(days, ahead, 4) / level);
        set(row, Feature.LAST_YEAR_DAY, days[364 - ahead] / level);
        System.arraycopy(row, 0, rows, ahead * FEATURES, FEATURES);
      }
      return rows;
    }

    private static void set(float[] row, Feature feature, double value) {
      row[feature.ordinal()] = (float) value;
    }

    /** Of the days before today. */
    private static double mean(double[] days, int window) {
      double sum = 0;
      for (int back = 1; back <= window; back++) {
        sum += days[back];
      }
      return sum / window;
    }

    private static double sd(double[] days, int window) {
      double mean = mean(days, window);
      double squares = 0;
      for (int back = 1; back <= window; back++) {
        squares += (days[back] - mean) * (days[back] - mean);
      }
      return Math.sqrt(squares / window);
    }

    private static double sameWeekday(double[] days, int ahead, int weeks) {
      double sum = 0;
      for (int week = 1; week <= weeks; week++) {
        sum += days[7 * week - ahead % 7];
      }
      return sum / weeks;
    }
  }
}
