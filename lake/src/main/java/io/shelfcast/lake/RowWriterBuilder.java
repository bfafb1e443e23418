package io.shelfcast.lake;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** Builds the lake's Parquet writers, with settings common to all tables. */
final class RowWriterBuilder<S> extends ParquetWriter.Builder<S, RowWriterBuilder<S>> {
  /**
   * A streaming job holds one row group for each open day in memory; readers of sorted files skip
   * by row group.
   */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private final WriteSupport<S> support;

  RowWriterBuilder(OutputFile file, WriteSupport<S> support) {
    super(file);
    this.support = support;
    withConf(configuration());
    withCompressionCodec(CompressionCodecName.ZSTD);
    withRowGroupSize(ROW_GROUP_BYTES);
    // Ids of events hardly repeat.
    withDictionaryEncoding("event_id", false);
  }

  /**
   * Without Hadoop's defaults, so that no configuration files are looked for. Higher levels cost
   * more to start, which tells in files of few rows, and hardly compress better.
   */
  private static Configuration configuration() {
    Configuration configuration = new Configuration(false);
    configuration.setInt(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, 1);
    return configuration;
  }

  @Override
  protected RowWriterBuilder<S> self() {
    return this;
  }

  @Override
  protected WriteSupport<S> getWriteSupport(Configuration configuration) {
    return support;
  }
}
