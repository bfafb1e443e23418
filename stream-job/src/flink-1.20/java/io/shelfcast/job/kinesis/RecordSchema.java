package io.shelfcast.job.kinesis;

import io.shelfcast.job.Arrival;
import io.shelfcast.job.ArrivalReader;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;

/**
 * Reads each record in its shard's own thread. It never returns null, for the connector would drop
 * such a record with a log line.
 */
final class RecordSchema implements KinesisDeserializationSchema<Arrival> {
  private static final long serialVersionUID = 1;

  private final ArrivalReader reader;

  RecordSchema(ArrivalReader reader) {
    this.reader = reader;
  }

  @Override
  public Arrival deserialize(
      byte[] data,
      String partitionKey,
      String position,
      long arrivedAt,
      String stream,
      String shard) {
    return reader.read(data, arrivedAt);
  }

  @Override
  public TypeInformation<Arrival> getProducedType() {
    return BinaryType.of(Forms.ARRIVAL);
  }
}
