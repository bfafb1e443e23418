package io.shelfcast.trainer.series;

import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.boost.TrainingFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** The work done by threads of this process, each on one part of a source at a time. */
final class ThreadedWork implements SeriesWork {
  private final SeriesSource source;
  private final int threads;
  private final Progress progress;

  ThreadedWork(SeriesSource source, int threads, Progress progress) {
    this.source = source;
    this.threads = threads;
    this.progress = progress;
  }

  @Override
  public <T> T each(String name, Maker<T> fresh, Maker<PartWork<T>> work, BiConsumer<T, T> join) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (Progress.Stage stage = progress.stage(name, source.parts())) {
      AtomicLong done = new AtomicLong();
      List<Future<T>> results = new ArrayList<>();
      for (int part = 0; part < source.parts(); part++) {
        int at = part;
        results.add(
            workers.submit(
                () -> {
                  T result = fresh.get();
                  PartWork<T> on = work.get();
                  source.part(at, series -> on.on(series, result));
                  stage.at(done.incrementAndGet());
                  return result;
                }));
      }
      T all = fresh.get();
      for (Future<T> result : results) {
        join.accept(all, result.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingFailed("the training was interrupted", e);
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }
}
