package io.shelfcast.bench.pipeline;

import io.shelfcast.event.EventCodec;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a run, as they come from the stream: JSON, in as many files as there are subtasks,
 * each with store-products of its own, in the order of time.
 */
final class Script {
  private Script() {}

  /**
   * Writes one day's events.
   *
   * @param weights of the store-products, by number
   * @param events of all files together
   */
  static void write(Path folder, Shop shop, double[] weights, int events, int files)
      throws IOException {
    List<DataOutputStream> out = new ArrayList<>();
    try {
      for (int i = 0; i < files; i++) {
        out.add(
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file(folder, i)), 1 << 16)));
      }
      Drawn drawn = new Drawn(weights, 1);
      long from = Shop.startOf(Shop.OPEN_DAY) + Shop.dayMillis() / 3;
      double step = Shop.dayMillis() / 2.0 / events;
      for (int i = 0; i < events; i++) {
        int number = drawn.next();
        byte[] record = EventCodec.encode(shop.event(number, i, from + (long) (i * step)));
        DataOutputStream to = out.get(number % files);
        to.writeInt(record.length);
        to.write(record);
      }
    } finally {
      for (DataOutputStream each : out) {
        each.close();
      }
    }
  }

  static Path file(Path folder, int subtask) {
    return folder.resolve("records-" + subtask);
  }
}
