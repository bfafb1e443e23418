package io.shelfcast.lake.s3;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A distant file read in blocks, of which the last one is kept: a Parquet file's footer, and its
 * column chunks one after the other, come with few requests.
 */
final class BlockChannel implements SeekableByteChannel {
  /** A request takes some 50 ms, as long as this many bytes take. */
  private static final int BLOCK_BYTES = 4 << 20;

  /** Fetches the bytes from the first position up to, but not including, the second. */
  interface Range {
    byte[] fetch(long from, long to);
  }

  private final long size;
  private final Range range;
  private long position;
  private long blockStart;
  private byte[] block = new byte[0];
  private boolean open = true;

  BlockChannel(long size, Range range) {
    this.size = size;
    this.range = range;
  }

  @Override
  public int read(ByteBuffer into) throws ClosedChannelException {
    requireOpen();
    if (position >= size) {
      return -1;
    }
    if (position < blockStart || position >= blockStart + block.length) {
      long from = position - position % BLOCK_BYTES;
      block = range.fetch(from, Math.min(size, from + BLOCK_BYTES));
      blockStart = from;
    }
    int at = (int) (position - blockStart);
    int count = Math.min(into.remaining(), block.length - at);
    into.put(block, at, count);
    position += count;
    return count;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long next) throws ClosedChannelException {
    requireOpen();
    position = next;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
    block = new byte[0];
  }

  private void requireOpen() throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }
}
