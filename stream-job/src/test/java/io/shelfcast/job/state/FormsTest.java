package io.shelfcast.job.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.HeapMemory;
import io.shelfcast.demand.HotState;
import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.Announcement;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.BundleReference;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.Tills;
import java.io.IOException;
import java.time.ZoneOffset;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class FormsTest {
  private static final StoreProductKey KEY = new StoreProductKey("s1", "p1");
  private static final StoreFacts FACTS = StoreFacts.unknown(ZoneOffset.UTC);

  @Test
  void arrivalsComeBackWithTheirTimesAndWhetherTheyAreRebuilt() throws Exception {
    Arrival live = reread(Forms.ARRIVAL, Arrival.live(Tills.tick(5), 6, 7));
    assertEquals(Tills.tick(5), live.event());
    assertEquals(6, live.arrivedAt());
    assertEquals(7, live.readableAt());
    assertTrue(reread(Forms.ARRIVAL, Arrival.rebuilt(Tills.tick(5), 6, true)).isRebuilt());
  }

  @Test
  void refusedRecordsComeBackToTheByte() throws Exception {
    byte[] raw = {0, -1, 127};
    Arrival back = reread(Forms.ARRIVAL, Arrival.refused(new RefusedRecord(raw, "why", 9)));
    assertEquals("why", back.refusal().reason());
    assertEquals(9, back.arrivedAt());
    assertEquals(-1, back.refusal().raw()[1]);
  }

  @Test
  void announcementsComeBackWhateverTheyAreAbout() throws Exception {
    BundleReference bundle = new BundleReference(4, "models/0000004", "ab");
    assertEquals(bundle, reread(Forms.ANNOUNCEMENT, Announcement.of(bundle)).bundle());
    Announcement store = reread(Forms.ANNOUNCEMENT, Announcement.of("s1", FACTS));
    assertEquals("s1", store.storeId());
    assertEquals(ZoneOffset.UTC, store.facts().zone());
    assertEquals(8, reread(Forms.ANNOUNCEMENT, Announcement.end(8)).endedAt());
  }

  @Test
  void stalenessComesBack() throws Exception {
    TableWrite back = reread(Forms.TABLE_WRITE, TableWrite.staleness("s1", 2, 3));
    assertTrue(back.isStaleness());
    assertEquals(2, back.generation());
    assertEquals(3, back.watermark());
  }

  @Test
  void whatChangesIsCopiedAndWhatDoesNotIsShared() {
    StoreProduct product = new StoreProduct(KEY, new HeapMemory());
    product.apply(Tills.sale("sale", "p1", Tills.MIDNIGHT, 3), FACTS);
    HotState hot = product.hot();
    TypeSerializer<HotState> serializer = serializer(Forms.HOT);
    HotState copy = serializer.copy(hot);
    assertNotSame(hot, copy);
    assertEquals(hot.forecast(), copy.forecast());
    assertSame(FACTS, serializer(Forms.STORE_FACTS).copy(FACTS));
  }

  @Test
  void aSavepointFindsTheFormAgainAndRefusesAnotherVersion() throws Exception {
    TypeSerializer<StoreFacts> serializer = serializer(Forms.STORE_FACTS);
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
        out, serializer.snapshotConfiguration());
    TypeSerializerSnapshot<StoreFacts> back =
        TypeSerializerSnapshotSerializationUtil.readSerializerSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    assertEquals(serializer, back.restoreSerializer());
    assertTrue(
        serializer.snapshotConfiguration().resolveSchemaCompatibility(back).isCompatibleAsIs());
    Form<StoreFacts> next =
        Form.immutable("store-facts", 2, StoreFacts.class, StoreFacts::write, StoreFacts::read);
    assertTrue(new BinarySnapshot<>(next).resolveSchemaCompatibility(back).isIncompatible());
  }

  @Test
  void aFormThatReadsAnEarlierVersionTakesItsStateOver() throws Exception {
    Form<BundleReference> earlier =
        Form.immutable(
            "bundle-reference",
            0,
            BundleReference.class,
            (bundle, out) -> out.writeLong(bundle.sequence()),
            in -> new BundleReference(in.readLong(), "unknown", ""));
    Form<BundleReference> now =
        Forms.BUNDLE_REFERENCE.alsoReading(0, in -> new BundleReference(in.readLong(), "?", ""));
    BinarySnapshot<BundleReference> snapshot = new BinarySnapshot<>(now);
    assertTrue(
        snapshot
            .resolveSchemaCompatibility(new BinarySnapshot<>(earlier))
            .isCompatibleAfterMigration());

    DataOutputSerializer out = new DataOutputSerializer(64);
    earlier.write(new BundleReference(4, "models/0000004", "ab"), out);
    BinarySerializer<BundleReference> reader = new BinarySerializer<>(now, 0);
    BundleReference back = reader.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    assertEquals(new BundleReference(4, "?", ""), back);
    assertEquals(back, reader.copy(back));
  }

  @Test
  void aSerializerTravelsToTheWorkersByItsName() throws Exception {
    TypeSerializer<StoreFacts> serializer = serializer(Forms.STORE_FACTS);
    TypeSerializer<StoreFacts> there = InstantiationUtil.clone(serializer);
    DataOutputSerializer out = new DataOutputSerializer(64);
    there.serialize(FACTS, out);
    assertEquals(serializer, there);
  }

  /** Were it not for this, a forgotten type would go through Kryo unnoticed. */
  @Test
  void aTypeWithoutAFormIsRefusedWhenTheJobIsBuilt() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment();
    env.configure(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
    env.fromData(1L).map(n -> KEY).returns(StoreProductKey.class).print();
    assertThrows(UnsupportedOperationException.class, env::getExecutionPlan);
  }

  private static <T> TypeSerializer<T> serializer(Form<T> form) {
    return BinaryType.of(form).createSerializer(new SerializerConfigImpl());
  }

  private static <T> T reread(Form<T> form, T value) throws IOException {
    TypeSerializer<T> serializer = serializer(form);
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    T back = serializer.deserialize(in);
    assertEquals(0, in.available(), "bytes left over");
    return back;
  }
}
