package io.shelfcast.job.archive;

import io.shelfcast.event.RefusedRecord;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;

/**
 * The refused records that the lake holds. They carry no id that could be trusted, and so are known
 * by arrival and bytes; some hundred bytes of memory each.
 */
public final class RefusedBefore {
  private final Set<UUID> digests = new HashSet<>();

  RefusedBefore(Iterator<RefusedRecord> records) {
    records.forEachRemaining(record -> digests.add(digest(record)));
  }

  /** None at all. */
  public static RefusedBefore none() {
    return new RefusedBefore(Set.<RefusedRecord>of().iterator());
  }

  /** Safe for use by several threads. */
  public boolean contains(RefusedRecord record) {
    return !digests.isEmpty() && digests.contains(digest(record));
  }

  private static UUID digest(RefusedRecord record) {
    byte[] raw = record.raw();
    return UUID.nameUUIDFromBytes(
        ByteBuffer.allocate(Long.BYTES + raw.length).putLong(record.arrivedAt()).put(raw).array());
  }
}
