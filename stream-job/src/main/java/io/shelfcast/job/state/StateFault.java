package io.shelfcast.job.state;

import java.util.concurrent.Callable;

/** Flink's state could not be read or written: nothing to recover from but by a restart. */
public final class StateFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private StateFault(Exception cause) {
    super("keyed state failed: " + cause.getMessage(), cause);
  }

  /** Something that changes state. */
  public interface Change {
    void make() throws Exception;
  }

  /** Lets the ports of core, which know nothing of Flink, change its state. */
  public static void change(Change change) {
    read(
        () -> {
          change.make();
          return null;
        });
  }

  /** Lets the ports of core, which know nothing of Flink, read its state. */
  public static <T> T read(Callable<T> access) {
    try {
      return access.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new StateFault(e);
    }
  }
}
