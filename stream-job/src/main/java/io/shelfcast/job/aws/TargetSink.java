package io.shelfcast.job.aws;

import io.shelfcast.job.TableWrite;
import io.shelfcast.job.WriterSink;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes targets to DynamoDB so that an older one never overwrites a newer one. Each item is a
 * request of its own, because DynamoDB has no batch of conditional puts short of a transaction at
 * twice the price.
 *
 * <p>The buffer is part of the checkpoint; what was acknowledged may be put again after a restart
 * and is then refused by its own condition.
 *
 * @see TargetItem the item and its condition
 */
public final class TargetSink
    implements WriterSink<TableWrite>,
        SupportsWriterState<TableWrite, BufferedRequestState<TableWrite>> {
  private static final long serialVersionUID = 1;

  /** Puts under way at once, for each subtask; at 5 ms a put, 3,000 a second. */
  static final int MAX_IN_FLIGHT = 16;

  /**
   * Items waiting, for each subtask; beyond it the job is held back. Few, because a checkpoint has
   * to wait behind them and because what waits grows old.
   */
  static final int MAX_BUFFERED = 500;

  /** Opens the table on each worker. */
  public interface TableOpener extends Serializable {
    TargetTable open();
  }

  private final String table;
  private final TableOpener opener;

  /** A sink into the table in DynamoDB. */
  public TargetSink(TableAddress address) {
    this(address.table(), opener(address));
  }

  /**
   * A sink into a table that is reached in a way of its own.
   *
   * @param table its name, for messages
   */
  public TargetSink(String table, TableOpener opener) {
    this.table = table;
    this.opener = opener;
  }

  /** How the table in DynamoDB is reached. */
  public static TableOpener opener(TableAddress address) {
    return () -> new DynamoDbTargets(address, MAX_IN_FLIGHT);
  }

  @Override
  public StatefulSinkWriter<TableWrite, BufferedRequestState<TableWrite>> createWriter(
      WriterInitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<TableWrite, BufferedRequestState<TableWrite>> restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<TableWrite>> buffered) {
    return new TargetWriter(context, table, opener.open(), buffered);
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<TableWrite>> getWriterStateSerializer() {
    return new BufferSerializer();
  }

  private static final class BufferSerializer extends AsyncSinkWriterStateSerializer<TableWrite> {
    @Override
    protected void serializeRequestToStream(TableWrite write, DataOutputStream out)
        throws IOException {
      TableWrite.write(write, out);
    }

    @Override
    protected TableWrite deserializeRequestFromStream(long size, DataInputStream in)
        throws IOException {
      return TableWrite.read(in);
    }

    @Override
    public int getVersion() {
      return TableWrite.VERSION;
    }
  }
}
