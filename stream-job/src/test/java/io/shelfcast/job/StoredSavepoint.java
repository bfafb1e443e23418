package io.shelfcast.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventCodec;
import io.shelfcast.event.Field;
import io.shelfcast.model.BundleFolder;
import io.shelfcast.model.TestBundles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A savepoint with all that it came from: the events, some of which it holds and some of which are
 * still to come, and the model bundle that it refers to.
 */
final class StoredSavepoint {
  private static final int PRODUCTS = 3;
  private static final int DAYS = 24;
  private static final long READABLE_AT = 1;

  private final Path folder;

  StoredSavepoint(Path folder) {
    this.folder = folder;
  }

  /** Everything but the savepoint, as the job of today knows it. */
  static StoredSavepoint create(Path folder) throws IOException {
    TestBundles.bundle(1, 1f).writeTo(folder.resolve("models"));
    StoredSavepoint state = new StoredSavepoint(folder);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(state.events()))) {
      for (Event event : disorder()) {
        out.write(EventCodec.encode(event));
        out.write('\n');
      }
    }
    return state;
  }

  /** Out of order, some twice, over more days than can be repaired. */
  private static List<Event> disorder() {
    List<Event> events = new ArrayList<>();
    for (Arrival arrival : Archiving.disorder(11, DAYS)) {
      int copies = arrival.event().type().isStoreLevel() ? 1 : PRODUCTS;
      for (int product = 1; product <= copies; product++) {
        events.add(sent(arrival, product));
      }
    }
    return events;
  }

  private static Event sent(Arrival arrival, int product) {
    Event event = arrival.event();
    Event.Builder copy = Event.of(event.type());
    for (Field field : Field.values()) {
      if (event.has(field) && field.kind().isText()) {
        copy.with(field, event.text(field));
      } else if (event.has(field)) {
        copy.with(field, event.number(field));
      }
    }
    if (event.has(Field.PRODUCT_ID)) {
      copy.with(Field.PRODUCT_ID, "p" + product);
    }
    return copy.with(Field.SENT_AT, arrival.arrivedAt()).build();
  }

  /** The events in the order of their arrival. */
  List<Arrival> arrivals() throws IOException {
    ArrivalReader reader = new ArrivalReader(true);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(events())), UTF_8))) {
      return lines
          .lines()
          .map(line -> reader.read(line.getBytes(UTF_8), READABLE_AT))
          .collect(Collectors.toList());
    }
  }

  /** Where the savepoint lies. */
  Path savepoint() {
    return folder.resolve("savepoint");
  }

  /** Keeps a savepoint, which is one file while the state is small. */
  void keep(Path taken) throws IOException {
    Files.createDirectories(savepoint());
    Files.copy(taken.resolve("_metadata"), savepoint().resolve("_metadata"), REPLACE_EXISTING);
  }

  /** Puts the bundle that the savepoint refers to into a lake. */
  void copyBundle(Path lake) throws IOException {
    Path bundle = Path.of("models", BundleFolder.name(1));
    Files.createDirectories(lake.resolve(bundle));
    for (String file : List.of(BundleFolder.MODEL, BundleFolder.MANIFEST)) {
      Files.copy(folder.resolve(bundle).resolve(file), lake.resolve(bundle).resolve(file));
    }
  }

  private Path events() {
    return folder.resolve("events.jsonl.gz");
  }

  @Override
  public String toString() {
    return "savepoint " + folder.getFileName();
  }
}
