package io.shelfcast.producer.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of values in bounded memory: runs of a fixed size are sorted and, where there is
 * more than one, written to temporary files and merged while reading. Equal values keep their
 * order.
 */
public final class SpillingSort<T> {
  /** Values held in memory at once. */
  public static final int IN_MEMORY = 200_000;

  /** Writes and reads one value. */
  public interface Codec<T> {
    void write(T value, DataOutput out) throws IOException;

    T read(DataInput in) throws IOException;
  }

  private final Comparator<T> order;
  private final Codec<T> codec;
  private final int inMemory;

  public SpillingSort(Comparator<T> order, Codec<T> codec) {
    this(order, codec, IN_MEMORY);
  }

  SpillingSort(Comparator<T> order, Codec<T> codec, int inMemory) {
    this.order = order;
    this.codec = codec;
    this.inMemory = inMemory;
  }

  /**
   * Reads all of the input, closes it and returns it sorted.
   *
   * @throws DatasetException if the temporary folder cannot hold it
   */
  public Rows<T> sort(Rows<T> input) {
    List<Iterator<T>> runs = new ArrayList<>();
    List<SortedRun<T>> files = new ArrayList<>();
    List<T> run = new ArrayList<>();
    try (input) {
      while (input.hasNext()) {
        if (run.size() == inMemory) {
          run.sort(order);
          files.add(SortedRun.write(run, codec));
          run.clear();
        }
        run.add(input.next());
      }
      for (SortedRun<T> file : files) {
        runs.add(file.open());
      }
    } catch (IOException e) {
      files.forEach(SortedRun::close);
      throw new DatasetException("Sorting needs room for temporary files: " + e.getMessage(), e);
    }
    run.sort(order);
    runs.add(run.iterator());
    return new Merged(runs, files);
  }

  /** The head of one run. */
  private record Head<T>(T value, int run) {}

  private final class Merged implements Rows<T> {
    private final List<Iterator<T>> runs;
    private final List<SortedRun<T>> files;
    private final PriorityQueue<Head<T>> heads =
        new PriorityQueue<>(
            Comparator.<Head<T>, T>comparing(Head::value, order).thenComparingInt(Head::run));

    Merged(List<Iterator<T>> runs, List<SortedRun<T>> files) {
      this.runs = runs;
      this.files = files;
      for (int i = 0; i < runs.size(); i++) {
        advance(i);
      }
    }

    private void advance(int run) {
      if (runs.get(run).hasNext()) {
        heads.add(new Head<>(runs.get(run).next(), run));
      }
    }

    @Override
    public boolean hasNext() {
      if (heads.isEmpty()) {
        close();
      }
      return !heads.isEmpty();
    }

    @Override
    public T next() {
      Head<T> head = heads.remove();
      advance(head.run());
      return head.value();
    }

    @Override
    public void close() {
      files.forEach(SortedRun::close);
      files.clear();
    }
  }
}
