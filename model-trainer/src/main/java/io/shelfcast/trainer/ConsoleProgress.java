package io.shelfcast.trainer;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows progress as a bar where there is a terminal, else as a line for each stretch of work. */
final class ConsoleProgress implements Progress {
  private final PrintStream out;
  private final boolean terminal;

  ConsoleProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public Stage stage(String name, long steps) {
    return terminal ? new Bar(name, steps) : new Line(name, steps);
  }

  @Override
  public void say(String line) {
    out.println(line);
  }

  private static final class Bar implements Stage {
    private final ProgressBar bar;

    Bar(String name, long steps) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(name)
              .setInitialMax(steps)
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }

    @Override
    public void at(long done) {
      bar.stepTo(done);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  private final class Line implements Stage {
    private final String name;
    private final long steps;
    private final long from = System.nanoTime();
    private long done;

    Line(String name, long steps) {
      this.name = name;
      this.steps = steps;
    }

    @Override
    public synchronized void at(long nowDone) {
      done = Math.max(done, nowDone);
    }

    @Override
    public synchronized void close() {
      double seconds = (System.nanoTime() - from) / 1e9;
      out.printf("%s: %,d of %,d in %.1f s%n", name, done, steps, seconds);
    }
  }
}
