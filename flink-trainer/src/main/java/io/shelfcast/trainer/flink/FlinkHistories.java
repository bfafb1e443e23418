package io.shelfcast.trainer.flink;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.boost.TrainingFailed;
import io.shelfcast.trainer.series.Histories;
import io.shelfcast.trainer.series.Parts;
import io.shelfcast.trainer.series.SeriesWork;
import io.shelfcast.trainer.series.StoreTimelines;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The histories of a lake of any size. Each work on them is a bounded Flink job: days are read in
 * parallel, events meet by part, and each part is worked on as a thread of the trainer would, with
 * the same classes. Only what is found comes back to this process.
 */
public final class FlinkHistories implements Histories {
  private final LakeCut lake;
  private final int parallelism;
  private final HandOver handOver;
  private final List<Integer> days;
  private final Parts parts;
  private final StoreTimelines stores;

  /**
   * Looks through the lake once for what concerns stores and time.
   *
   * @param parallelism of the jobs
   * @param handOver that all workers reach
   * @throws TrainingFailed if a job fails, or the lake holds nothing
   */
  FlinkHistories(LakeCut lake, Parts parts, int parallelism, HandOver handOver, Progress progress) {
    this.lake = lake;
    this.parallelism = parallelism;
    this.handOver = handOver;
    this.days = lake.days();
    this.parts = parts;
    if (days.isEmpty()) {
      throw new TrainingFailed("the lake holds no events", null);
    }
    this.stores = lookThrough(progress);
  }

  private StoreTimelines lookThrough(Progress progress) {
    LakeCut cut = lake;
    HandOver left = handOver;
    StreamExecutionEnvironment env = environment();
    run(
        "stores",
        env,
        days(env)
            .map(
                day -> {
                  StoreTimelines seen = new StoreTimelines(cut.assumedZone());
                  cut.events(day).forEachRemaining(seen::add);
                  left.leave(day, seen);
                  return day;
                },
                Types.INT),
        progress);
    StoreTimelines all = new StoreTimelines(lake.assumedZone());
    days.forEach(day -> handOver.<StoreTimelines>pickUp(day).ifPresent(all::join));
    return all;
  }

  @Override
  public SeriesWork work(int threads, Progress progress) {
    return new SeriesWork() {
      @Override
      public <T> T each(
          String name, Maker<T> fresh, Maker<PartWork<T>> work, BiConsumer<T, T> join) {
        StreamExecutionEnvironment env = environment();
        run(name, env, worked(env, new WorkOnPart<>(stores, fresh, work, handOver)), progress);
        T all = fresh.get();
        for (int part = 0; part < parts.count(); part++) {
          handOver.<T>pickUp(part).ifPresent(found -> join.accept(all, found));
        }
        return all;
      }
    };
  }

  private SingleOutputStreamOperator<Integer> worked(
      StreamExecutionEnvironment env, WorkOnPart<?> work) {
    LakeCut cut = lake;
    Parts shares = parts;
    return days(env)
        .<ArchivedEvent>flatMap((day, out) -> events(cut, day, out::collect))
        .returns(BinaryType.of(Forms.ARCHIVED_EVENT))
        .keyBy(archived -> shares.of(StoreProductKey.of(archived.event())), Types.INT)
        .process(work)
        .returns(Types.INT);
  }

  private static void events(LakeCut cut, int day, Consumer<ArchivedEvent> out) {
    cut.events(day)
        .forEachRemaining(
            archived -> {
              if (!archived.event().type().isStoreLevel()) {
                out.accept(archived);
              }
            });
  }

  private DataStream<Integer> days(StreamExecutionEnvironment env) {
    return env.fromData(days).rebalance();
  }

  private StreamExecutionEnvironment environment() {
    Configuration flink =
        new Configuration()
            .set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH)
            .set(PipelineOptions.GENERIC_TYPES, false)
            .set(PipelineOptions.OBJECT_REUSE, true);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
    env.setParallelism(parallelism);
    return env;
  }

  private static void run(
      String name,
      StreamExecutionEnvironment env,
      SingleOutputStreamOperator<Integer> done,
      Progress progress) {
    progress.say("Flink job: " + name);
    done.sinkTo(new DiscardingSink<>());
    try {
      env.execute("shelfcast training: " + name);
    } catch (Exception e) {
      throw new TrainingFailed("the Flink job " + name + " failed: " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return lake.snapshot();
  }

  @Override
  public int firstDay() {
    return stores.firstDay();
  }

  @Override
  public int lastDay() {
    return stores.lastDay();
  }

  @Override
  public long end() {
    return stores.end();
  }

  @Override
  public void close() {
    handOver.delete();
  }
}
