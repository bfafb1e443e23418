package io.shelfcast.trainer;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Model.CommandSpec;

/** Shows progress as a bar where there is a terminal, else as a line for each stretch of work. */
public final class ConsoleProgress implements Progress {
  private final PrintWriter out;
  private final boolean terminal;

  /** Tells whoever called the command. */
  public static ConsoleProgress of(CommandSpec command) {
    return new ConsoleProgress(command.commandLine().getErr(), System.console() != null);
  }

  private ConsoleProgress(PrintWriter out, boolean terminal) {
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
    out.flush();
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
    private final long of;
    private final long from = System.nanoTime();
    private long done;

    Line(String name, long of) {
      this.name = name;
      this.of = of;
    }

    @Override
    public synchronized void at(long nowDone) {
      done = Math.max(done, nowDone);
    }

    @Override
    public synchronized void close() {
      double seconds = (System.nanoTime() - from) / 1e9;
      out.printf("%s: %,d of %,d in %.1f s%n", name, done, of, seconds);
      out.flush();
    }
  }
}
