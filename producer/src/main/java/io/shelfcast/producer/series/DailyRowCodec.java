package io.shelfcast.producer.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Daily rows in temporary files; names read back are shared, so that rows stay small. */
final class DailyRowCodec implements SpillingSort.Codec<DailyRow> {
  private final Map<String, String> names = new HashMap<>();

  @Override
  public void write(DailyRow row, DataOutput out) throws IOException {
    out.writeUTF(row.storeId());
    out.writeUTF(row.productId());
    out.writeInt(row.day());
    out.writeLong(row.quantity());
    out.writeLong(row.unitPrice());
    out.writeShort(row.discount());
    out.writeByte(row.promotion());
    out.writeShort(row.stockoutShare());
    out.writeByte(row.open());
    out.writeByte(row.holiday());
    out.writeUTF(row.category() == null ? "" : row.category());
    out.writeBoolean(row.hours() != null);
    if (row.hours() != null) {
      for (long sold : row.hours().sold()) {
        out.writeLong(sold);
      }
      out.writeInt(row.hours().outOfStock());
    }
  }

  @Override
  public DailyRow read(DataInput in) throws IOException {
    DailyRow.Draft draft =
        new DailyRow.Draft(shared(in), shared(in), in.readInt(), in.readLong())
            .unitPrice(in.readLong())
            .discount(in.readShort())
            .promotion(in.readByte())
            .stockoutShare(in.readShort())
            .open(in.readByte())
            .holiday(in.readByte());
    String category = shared(in);
    draft.category(category.isEmpty() ? null : category);
    if (in.readBoolean()) {
      long[] sold = new long[HoursOfDay.HOURS];
      for (int i = 0; i < sold.length; i++) {
        sold[i] = in.readLong();
      }
      draft.hours(new HoursOfDay(sold, in.readInt()));
    }
    return draft.row();
  }

  private String shared(DataInput in) throws IOException {
    return names.computeIfAbsent(in.readUTF(), name -> name);
  }
}
