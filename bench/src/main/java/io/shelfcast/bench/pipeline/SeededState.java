package io.shelfcast.bench.pipeline;

import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.operator.ClosingTime;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.job.state.KeyedMemory;
import io.shelfcast.model.RefusedBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;

/** Puts store-products with a {@link Past} into keyed state, each due to close its day. */
final class SeededState extends KeyedStateBootstrapFunction<StoreProductKey, Integer> {
  private static final long serialVersionUID = 1;

  /* As the settings have it where nothing else is said. */
  private static final ClosingTime CLOSING =
      new ClosingTime(Duration.ofMinutes(30), Duration.ofMinutes(30));

  private final Shop shop;
  private final String bundleFolder;
  private transient KeyedMemory memory;
  private transient Past past;

  SeededState(Shop shop, Path bundleFolder) {
    this.shop = shop;
    this.bundleFolder = bundleFolder.toString();
  }

  @Override
  public void open(OpenContext context) throws IOException, RefusedBundle {
    memory = new KeyedMemory(getRuntimeContext());
    past = new Past(shop, Path.of(bundleFolder));
  }

  @Override
  public void processElement(Integer number, Context context) {
    StoreProductKey key = shop.key(number);
    memory.begin(key);
    StoreProduct product = new StoreProduct(key, memory);
    past.live(number, product);
    context
        .timerService()
        .registerEventTimeTimer(CLOSING.of(product.openDay(), product.key(), Past.STORE));
    memory.end();
  }

  /** The key of a number, for the stream that this works on. */
  static BinaryType<StoreProductKey> keyType() {
    return BinaryType.of(Forms.KEY);
  }
}
