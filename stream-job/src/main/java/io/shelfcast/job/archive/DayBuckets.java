package io.shelfcast.job.archive;

import io.shelfcast.lake.LakeTable;
import java.io.Serializable;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** Puts each row into the folder of its day. */
final class DayBuckets<T> implements BucketAssigner<T, String> {
  private static final long serialVersionUID = 1;

  /** Tells the day of a row, in days since the epoch. */
  interface Day<T> extends Serializable {
    int of(T row);
  }

  private final Day<T> day;

  DayBuckets(Day<T> day) {
    this.day = day;
  }

  @Override
  public String getBucketId(T row, Context context) {
    return LakeTable.partition(day.of(row));
  }

  @Override
  public SimpleVersionedSerializer<String> getSerializer() {
    return SimpleVersionedStringSerializer.INSTANCE;
  }
}
