package io.shelfcast.job.kinesis;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.kinesis.shaded.com.amazonaws.services.kinesis.model.GetRecordsResult;
import org.apache.flink.kinesis.shaded.com.amazonaws.services.kinesis.model.HashKeyRange;
import org.apache.flink.kinesis.shaded.com.amazonaws.services.kinesis.model.Record;
import org.apache.flink.kinesis.shaded.com.amazonaws.services.kinesis.model.Shard;
import org.apache.flink.streaming.connectors.kinesis.model.StreamShardHandle;
import org.apache.flink.streaming.connectors.kinesis.proxy.GetShardListResult;
import org.apache.flink.streaming.connectors.kinesis.proxy.KinesisProxyInterface;

/** A stream in this JVM, of a few shards, read by the real connector. */
public final class FakeStream {
  private static final Map<String, FakeStream> OPEN = new ConcurrentHashMap<>();

  private static final HashKeyRange EVERY_KEY =
      new HashKeyRange()
          .withStartingHashKey("0")
          .withEndingHashKey("340282366920938463463374607431768211455");

  private final String id = UUID.randomUUID().toString();
  private final List<List<Record>> shards = new ArrayList<>();

  public FakeStream(int shards) {
    for (int shard = 0; shard < shards; shard++) {
      this.shards.add(new ArrayList<>());
    }
    OPEN.put(id, this);
  }

  /** Puts an event onto the shard of its key. */
  public void put(Event event) {
    String key = event.productId() == null ? event.storeId() : event.productId();
    put(Math.floorMod(key.hashCode(), shards.size()), EventCodec.encode(event));
  }

  /** Puts any bytes onto a shard. */
  public synchronized void put(int shard, byte[] data) {
    List<Record> records = shards.get(shard);
    records.add(
        new Record()
            .withData(ByteBuffer.wrap(data))
            .withPartitionKey("key")
            .withSequenceNumber(Integer.toString(records.size() + 1))
            .withApproximateArrivalTimestamp(new Date()));
  }

  KinesisEvents.StreamOpener opener() {
    String open = id;
    return properties -> new Reader(OPEN.get(open), properties);
  }

  private static final class Reader implements KinesisProxyInterface {
    private final FakeStream stream;

    Reader(FakeStream stream, Properties properties) {
      this.stream = stream;
    }

    @Override
    public GetShardListResult getShardList(Map<String, String> lastSeen) {
      GetShardListResult found = new GetShardListResult();
      for (Map.Entry<String, String> each : lastSeen.entrySet()) {
        for (int n = 0; each.getValue() == null && n < stream.shards.size(); n++) {
          found.addRetrievedShardToStream(
              each.getKey(),
              new StreamShardHandle(
                  each.getKey(),
                  new Shard()
                      .withShardId(String.format("shardId-%012d", n))
                      .withHashKeyRange(EVERY_KEY)));
        }
      }
      return found;
    }

    @Override
    public String getShardIterator(StreamShardHandle shard, String type, Object marker) {
      int number = Integer.parseInt(shard.getShard().getShardId().substring("shardId-".length()));
      int next = type.equals("AFTER_SEQUENCE_NUMBER") ? Integer.parseInt((String) marker) : 0;
      return number + "/" + next;
    }

    @Override
    public GetRecordsResult getRecords(String iterator, int most) {
      String[] at = iterator.split("/");
      synchronized (stream) {
        List<Record> shard = stream.shards.get(Integer.parseInt(at[0]));
        int from = Integer.parseInt(at[1]);
        int to = Math.min(shard.size(), from + most);
        return new GetRecordsResult()
            .withRecords(shard.subList(from, to))
            .withMillisBehindLatest(0L)
            .withNextShardIterator(at[0] + "/" + to);
      }
    }
  }
}
