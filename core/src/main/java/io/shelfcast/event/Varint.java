package io.shelfcast.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whole numbers in as few bytes as they need: zig-zag, seven bits a byte. */
public final class Varint {
  private Varint() {}

  public static void write(DataOutput out, long value) throws IOException {
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      out.writeByte((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  public static long read(DataInput in) throws IOException {
    long rest = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = in.readByte();
      rest |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return rest >>> 1 ^ -(rest & 1);
      }
    }
    throw new IOException("a number of more than 64 bits");
  }

  public static int readInt(DataInput in) throws IOException {
    return Math.toIntExact(read(in));
  }
}
