package io.shelfcast.trainer.series;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.EventBinary;
import io.shelfcast.event.StoreProductKey;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * A source of any size: events that come by day are spilled once into files by store-product, so
 * that one file at a time holds whole series. Memory is one file's events a worker.
 */
public final class SpilledSeries extends SeriesSource {
  private static final int MOST_FILES = 512;
  private static final int BUFFER = 1 << 15;

  private final Path folder;
  private final Parts parts;
  private final long[] counts;

  private SpilledSeries(String name, Path folder, Parts parts, ZoneId assumed) {
    super(name, new StoreTimelines(assumed));
    this.folder = folder;
    this.parts = parts;
    this.counts = new long[parts.count()];
  }

  /**
   * Spills events.
   *
   * @param name names the data
   * @param events in any order
   * @param expected about how many there are
   * @param assumed zone of a store that has not said its own
   * @param arrivedThrough later arrivals are left out; milliseconds since the epoch
   * @throws UncheckedIOException if the temporary folder is full or not writable
   */
  public static SpilledSeries of(
      String name,
      Iterator<ArchivedEvent> events,
      long expected,
      ZoneId assumed,
      long arrivedThrough) {
    Parts parts = Parts.of(expected).atMost(MOST_FILES);
    try {
      Path folder = Files.createTempDirectory("shelfcast-training");
      SpilledSeries spilled = new SpilledSeries(name, folder, parts, assumed);
      try {
        spilled.spill(events, arrivedThrough);
      } catch (IOException | RuntimeException e) {
        spilled.close();
        throw e;
      }
      return spilled;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void spill(Iterator<ArchivedEvent> events, long arrivedThrough) throws IOException {
    List<DataOutputStream> files = new ArrayList<>();
    try {
      for (int i = 0; i < counts.length; i++) {
        files.add(
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file(i)), BUFFER)));
      }
      while (events.hasNext()) {
        ArchivedEvent archived = events.next();
        if (archived.arrivedAt() <= arrivedThrough) {
          stores().add(archived);
          if (!archived.event().type().isStoreLevel()) {
            int at = parts.of(StoreProductKey.of(archived.event()));
            EventBinary.write(archived, files.get(at));
            counts[at]++;
          }
        }
      }
    } finally {
      for (DataOutputStream file : files) {
        file.close();
      }
    }
  }

  private Path file(int part) {
    return folder.resolve("part-" + part);
  }

  @Override
  public int parts() {
    return counts.length;
  }

  @Override
  public void part(int part, Consumer<Series> each) {
    List<ArchivedEvent> events = new ArrayList<>((int) counts[part]);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file(part)), BUFFER))) {
      for (long i = 0; i < counts[part]; i++) {
        events.add(EventBinary.readArchived(in));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SeriesList.grouped(events, stores()).forEach(each);
  }

  @Override
  public void close() {
    try {
      for (int i = 0; i < counts.length; i++) {
        Files.deleteIfExists(file(i));
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
