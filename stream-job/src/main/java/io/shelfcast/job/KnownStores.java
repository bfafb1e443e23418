package io.shelfcast.job;

import io.shelfcast.demand.StoreFacts;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of stores before the first event of a fresh job: in a rebuild, all that the lake
 * tells, so that no past event is counted on a day of the wrong zone.
 */
public final class KnownStores implements Serializable {
  private static final long serialVersionUID = 1;

  private transient Map<String, StoreFacts> stores;

  /**
   * @param stores by storeId
   */
  public KnownStores(Map<String, StoreFacts> stores) {
    this.stores = Map.copyOf(stores);
  }

  /** Nothing is known. */
  public static KnownStores none() {
    return new KnownStores(Map.of());
  }

  /** By storeId. */
  public Map<String, StoreFacts> stores() {
    return stores;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.writeInt(stores.size());
    for (Map.Entry<String, StoreFacts> store : stores.entrySet()) {
      out.writeUTF(store.getKey());
      store.getValue().write(out);
    }
  }

  private void readObject(ObjectInputStream in) throws IOException {
    Map<String, StoreFacts> read = new TreeMap<>();
    for (int n = in.readInt(); n > 0; n--) {
      read.put(in.readUTF(), StoreFacts.read(in));
    }
    stores = Map.copyOf(read);
  }
}
