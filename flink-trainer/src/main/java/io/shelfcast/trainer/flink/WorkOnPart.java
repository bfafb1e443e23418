package io.shelfcast.trainer.flink;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.trainer.series.SeriesList;
import io.shelfcast.trainer.series.SeriesWork.Maker;
import io.shelfcast.trainer.series.SeriesWork.PartWork;
import io.shelfcast.trainer.series.StoreTimelines;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Gathers the events of one part and, when it has all of them, does the work on its store-products.
 * A batch job sorts by key, so that the events of one part at a time are in memory.
 */
final class WorkOnPart<T> extends KeyedProcessFunction<Integer, ArchivedEvent, Integer> {
  private static final long serialVersionUID = 1;

  private final StoreTimelines stores;
  private final Maker<T> fresh;
  private final Maker<PartWork<T>> work;
  private final HandOver handOver;
  private transient ListState<ArchivedEvent> gathered;

  WorkOnPart(StoreTimelines stores, Maker<T> fresh, Maker<PartWork<T>> work, HandOver handOver) {
    this.stores = stores;
    this.fresh = fresh;
    this.work = work;
    this.handOver = handOver;
  }

  @Override
  public void open(OpenContext context) {
    gathered =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("events", BinaryType.of(Forms.ARCHIVED_EVENT)));
  }

  @Override
  public void processElement(ArchivedEvent event, Context context, Collector<Integer> done)
      throws Exception {
    gathered.add(event);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long endOfPart, OnTimerContext context, Collector<Integer> done)
      throws Exception {
    List<ArchivedEvent> events = new ArrayList<>();
    gathered.get().forEach(events::add);
    gathered.clear();
    T result = fresh.get();
    PartWork<T> on = work.get();
    SeriesList.grouped(events, stores).forEach(series -> on.on(series, result));
    handOver.leave(context.getCurrentKey(), result);
    done.collect(context.getCurrentKey());
  }
}
