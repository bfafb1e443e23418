package io.shelfcast.producer.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpillingSortTest {
  private record Item(int key, int position) {}

  private static final SpillingSort.Codec<Item> CODEC =
      new SpillingSort.Codec<>() {
        @Override
        public void write(Item item, DataOutput out) throws IOException {
          out.writeInt(item.key());
          out.writeInt(item.position());
        }

        @Override
        public Item read(DataInput in) throws IOException {
          return new Item(in.readInt(), in.readInt());
        }
      };

  private static Rows<Item> rows(Iterator<Item> items) {
    return new Rows<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public Item next() {
        return items.next();
      }

      @Override
      public void close() {
        while (items.hasNext()) {
          items.next();
        }
      }
    };
  }

  @Test
  void anyNumberOfRunsIsSortedAndEqualValuesKeepTheirOrder() {
    Random random = new Random(11);
    for (int size : new int[] {0, 1, 9, 10, 11, 95, 1000}) {
      List<Item> items = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        items.add(new Item(random.nextInt(20), i));
      }
      List<Item> expected = new ArrayList<>(items);
      expected.sort(Comparator.comparingInt(Item::key));
      List<Item> sorted = new ArrayList<>();
      new SpillingSort<>(Comparator.comparingInt(Item::key), CODEC, 10)
          .sort(rows(items.iterator()))
          .forEachRemaining(sorted::add);
      assertEquals(expected, sorted, "of " + size);
    }
  }

  @Test
  void aRowComesBackFromDiskAsItWas() throws IOException {
    long[] sold = new long[24];
    sold[7] = 12_500;
    DailyRow full =
        new DailyRow.Draft("s", "p", -3, 12_500)
            .unitPrice(199)
            .discount(0)
            .promotion(1)
            .stockoutShare(10_000)
            .open(1)
            .holiday(0)
            .category("tea")
            .hours(new HoursOfDay(sold, 1 << 23 | 1))
            .row();
    for (DailyRow row : List.of(full, DailyRow.of("s", "p", 18_000, 1L << 50))) {
      var bytes = new java.io.ByteArrayOutputStream();
      DailyRowCodec codec = new DailyRowCodec();
      codec.write(row, new java.io.DataOutputStream(bytes));
      var in = new java.io.ByteArrayInputStream(bytes.toByteArray());
      assertEquals(row, codec.read(new java.io.DataInputStream(in)));
    }
  }
}
