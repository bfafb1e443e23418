package io.shelfcast.bench.pipeline;

import io.shelfcast.demand.HeapMemory;
import io.shelfcast.demand.HotState;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.operator.ClosingTime;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.job.state.KeyedMemory;
import io.shelfcast.model.RefusedBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;

/** Puts store-products with a {@link Past} into keyed state, each due to close its day. */
final class SeededState extends KeyedStateBootstrapFunction<StoreProductKey, Integer> {
  private static final long serialVersionUID = 1;

  /* As the settings have it where nothing else is said. */
  private static final ClosingTime CLOSING =
      new ClosingTime(Duration.ofMinutes(30), Duration.ofMinutes(30));

  /** So many are different; to live through more takes longer than what is measured. */
  private static final int PASTS = 4_000;

  private final Shop shop;
  private final String bundleFolder;
  private transient KeyedMemory memory;
  private transient Past past;
  private transient Map<Integer, Lived> pasts;

  SeededState(Shop shop, Path bundleFolder) {
    this.shop = shop;
    this.bundleFolder = bundleFolder.toString();
  }

  @Override
  public void open(OpenContext context) throws IOException, RefusedBundle {
    memory = new KeyedMemory(getRuntimeContext());
    past = new Past(shop, Path.of(bundleFolder));
    pasts = new HashMap<>();
  }

  @Override
  public void processElement(Integer number, Context context) throws IOException {
    StoreProductKey key = shop.key(number);
    Lived lived = pasts.computeIfAbsent(number % PASTS, this::live);
    memory.begin(key);
    memory.take(
        HotState.read(new DataInputStream(new ByteArrayInputStream(lived.hot))), lived.rest);
    StoreProduct product = new StoreProduct(key, memory);
    past.publish(product);
    context
        .timerService()
        .registerEventTimeTimer(CLOSING.of(product.openDay(), product.key(), Past.STORE));
    memory.end();
  }

  private Lived live(int number) {
    HeapMemory memory = new HeapMemory();
    past.pass(number, new StoreProduct(shop.key(number), memory));
    ByteArrayOutputStream hot = new ByteArrayOutputStream();
    try {
      memory.hot().write(new DataOutputStream(hot));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Lived(hot.toByteArray(), memory);
  }

  /** A past as several store-products had it. */
  private record Lived(byte[] hot, HeapMemory rest) {}

  /** The key of a number, for the stream that this works on. */
  static BinaryType<StoreProductKey> keyType() {
    return BinaryType.of(Forms.KEY);
  }
}
