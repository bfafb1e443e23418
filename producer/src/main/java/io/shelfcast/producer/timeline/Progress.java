package io.shelfcast.producer.timeline;

import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a long piece of work has come. */
public interface Progress extends AutoCloseable {
  /** Shows nothing. */
  Progress SILENT = at -> {};

  /**
   * @param at an instant of the replay's clock, in milliseconds since the epoch
   */
  void reached(long at);

  @Override
  default void close() {}

  /** A bar counting days on a terminal; nothing where there is none. */
  static Progress bar(String task, long from, long to) {
    if (System.console() == null) {
      return SILENT;
    }
    long day = TimeUnit.DAYS.toMillis(1);
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" days", 1)
            .setInitialMax(Math.max(1, (to - from) / day))
            .build();
    return new Progress() {
      @Override
      public void reached(long at) {
        bar.stepTo(Math.max(0, (at - from) / day));
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }
}
