package io.shelfcast.job.operator;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.Announcement;
import io.shelfcast.job.BundleReference;
import io.shelfcast.job.KnownStores;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import java.io.IOException;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.streaming.api.functions.co.BaseBroadcastProcessFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is announced to all store-products alike: facts of stores, the model bundle in use, and how
 * far time came when the input ended.
 */
public final class Announced implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(Announced.class);

  /** What is known of each store, by storeId. */
  public static final MapStateDescriptor<String, StoreFacts> STORES =
      new MapStateDescriptor<>("stores", Types.STRING, BinaryType.of(Forms.STORE_FACTS));

  /** The model bundle in use, under one key. */
  public static final MapStateDescriptor<String, BundleReference> BUNDLES =
      new MapStateDescriptor<>("bundles", Types.STRING, BinaryType.of(Forms.BUNDLE_REFERENCE));

  private static final String IN_USE = "in-use";

  private final BundleStore bundles;
  private final KnownStores known;
  private final BundleReference firstBundle;
  private final ZoneId assumedZone;

  /* In no checkpoint: the end is announced once more whenever the input ends again. */
  private transient long endedAt;

  /**
   * @param known what a fresh start knows of stores
   * @param firstBundle what a fresh start begins with, or null
   */
  Announced(
      BundleStore bundles, KnownStores known, BundleReference firstBundle, ZoneId assumedZone) {
    this.bundles = bundles;
    this.known = known;
    this.firstBundle = firstBundle;
    this.assumedZone = assumedZone;
  }

  /** Takes up a checkpoint, or what is known at a fresh start. */
  void begin(FunctionInitializationContext context, Consumer<ModelBundle> use) throws Exception {
    endedAt = Long.MIN_VALUE;
    BroadcastState<String, BundleReference> bundle =
        context.getOperatorStateStore().getBroadcastState(BUNDLES);
    if (!context.isRestored()) {
      context.getOperatorStateStore().getBroadcastState(STORES).putAll(known.stores());
      if (firstBundle != null) {
        bundle.put(IN_USE, firstBundle);
      }
    }
    BundleReference inUse = bundle.get(IN_USE);
    if (inUse != null) {
      resume(inUse, use);
    }
  }

  /**
   * An upgraded job may not be able to use the bundle of the one before it, of other features. It
   * then keeps all targets as they are until the next bundle is announced.
   */
  private void resume(BundleReference inUse, Consumer<ModelBundle> use) throws IOException {
    try {
      use.accept(bundles.load(inUse));
    } catch (RefusedBundle e) {
      LOG.warn("No target moves until there is a bundle after {}: {}", inUse, e.getMessage());
    }
  }

  /** What is known of a store-product's store. */
  StoreFacts store(StoreProductKey key, BaseBroadcastProcessFunction.ReadOnlyContext context)
      throws Exception {
    StoreFacts facts = context.getBroadcastState(STORES).get(key.storeId());
    return facts == null ? StoreFacts.unknown(assumedZone) : facts;
  }

  /** How far time came before the input ended; {@link Long#MIN_VALUE} until then. */
  long endedAt() {
    return endedAt;
  }

  /**
   * Takes in an announcement.
   *
   * @param use takes a new bundle into use
   * @return whether there was a new bundle: all forecasts are then of an old one
   */
  boolean follow(
      Announcement announcement,
      BaseBroadcastProcessFunction.Context context,
      Consumer<ModelBundle> use)
      throws Exception {
    switch (announcement.kind()) {
      case STORE:
        follow(announcement.storeId(), announcement.facts(), context.getBroadcastState(STORES));
        return false;
      case BUNDLE:
        return follow(announcement.bundle(), context.getBroadcastState(BUNDLES), use);
      default:
        endedAt = Math.max(endedAt, announcement.endedAt());
        return false;
    }
  }

  /** In a rebuild the past announces itself again, of which more is known already. */
  private static void follow(
      String storeId, StoreFacts facts, BroadcastState<String, StoreFacts> stores)
      throws Exception {
    StoreFacts before = stores.get(storeId);
    if (before == null || before.revision() < facts.revision()) {
      stores.put(storeId, facts);
    }
  }

  /** Swaps the model as a whole. */
  private boolean follow(
      BundleReference announced,
      BroadcastState<String, BundleReference> inUse,
      Consumer<ModelBundle> use)
      throws Exception {
    if (announced.equals(inUse.get(IN_USE))) {
      return false;
    }
    use.accept(load(announced));
    inUse.put(IN_USE, announced);
    return true;
  }

  private ModelBundle load(BundleReference reference) throws IOException {
    try {
      return bundles.load(reference);
    } catch (RefusedBundle e) {
      throw new IOException(
          "The model bundle in use, " + reference.folder() + ", is bad now: " + e.getMessage(), e);
    }
  }
}
