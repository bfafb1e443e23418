package io.shelfcast.producer.send;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.shelfcast.event.EventCodec;
import io.shelfcast.event.RefusedEvent;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.producer.timeline.Trait;
import org.junit.jupiter.api.Test;

class SpoiledTest {
  @Test
  void whateverWayARecordIsSpoiledItIsRefused() {
    byte[] json = EventCodec.encode(FakeStream.sale(1, "p").event());
    for (int way = 0; way < Spoiled.WAYS; way++) {
      byte[] spoiled = Spoiled.of(json, way);
      assertThrows(RefusedEvent.class, () -> EventCodec.decode(spoiled), "way " + way);
    }
  }

  @Test
  void aDuplicateHasTheSameBytes() {
    TimedEvent sale = FakeStream.sale(1, "p");
    assertArrayEquals(StreamRecord.of(sale).data(), StreamRecord.of(sale.again(9)).data());
  }

  @Test
  void onlyMalformedRecordsAreSpoiled() {
    TimedEvent sale = FakeStream.sale(1, "p");
    TimedEvent spoiled = new TimedEvent(sale.event(), 1, Trait.MALFORMED);
    assertThrows(RefusedEvent.class, () -> EventCodec.decode(StreamRecord.of(spoiled).data()));
  }
}
