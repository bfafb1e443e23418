package io.shelfcast.local;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventCodec;
import io.shelfcast.event.RefusedEvent;
import io.shelfcast.event.StoreProductKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

/** Puts bytes on the stream just as they are; close it to send the last of them. */
final class RawRecords implements AutoCloseable {
  private static final int BATCH = 500;

  /** Below the 5 MB that a call takes, with room for the partition keys. */
  private static final long BATCH_BYTES = 4_000_000;

  private static final int ATTEMPTS = 10;

  private final KinesisClient kinesis;
  private final String stream;
  private final List<PutRecordsRequestEntry> batch = new ArrayList<>();
  private long batchBytes;

  RawRecords(KinesisClient kinesis, String stream) {
    this.kinesis = kinesis;
    this.stream = stream;
  }

  void send(byte[] raw) {
    if (batch.size() == BATCH || batchBytes + raw.length > BATCH_BYTES) {
      flush();
    }
    batch.add(
        PutRecordsRequestEntry.builder()
            .partitionKey(partitionKey(raw))
            .data(SdkBytes.fromByteArray(raw))
            .build());
    batchBytes += raw.length;
  }

  /** That of the event, if by now it can be read as one, so that it keeps its order. */
  private static String partitionKey(byte[] raw) {
    try {
      Event event = EventCodec.decode(raw);
      return event.type().isStoreLevel()
          ? event.storeId()
          : StoreProductKey.of(event).partitionKey();
    } catch (RefusedEvent e) {
      return "refused";
    }
  }

  private void flush() {
    List<PutRecordsRequestEntry> left = new ArrayList<>(batch);
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      if (attempt > ATTEMPTS) {
        throw new Problem(
            "The stream " + stream + " does not take " + left.size() + " of the records.");
      }
      left = put(left);
      if (!left.isEmpty()) {
        LockSupport.parkNanos(Duration.ofMillis(50L << attempt).toNanos());
      }
    }
    batch.clear();
    batchBytes = 0;
  }

  /** Those that the stream did not take. */
  private List<PutRecordsRequestEntry> put(List<PutRecordsRequestEntry> records) {
    PutRecordsResponse answer = kinesis.putRecords(b -> b.streamName(stream).records(records));
    List<PutRecordsRequestEntry> failed = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      if (answer.records().get(i).errorCode() != null) {
        failed.add(records.get(i));
      }
    }
    return failed;
  }

  @Override
  public void close() {
    flush();
  }
}
