package io.shelfcast.local;

import io.shelfcast.producer.backfill.History;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.Iterator;
import java.util.Map;

/** What a demo plays: a past that is back-filled and live days that go through the stream. */
interface Sales extends AutoCloseable {
  /** One line for people. */
  String described();

  /** About how many store-products there are. */
  long storeProducts();

  /** The past; read once. */
  History history();

  /** First day of the past, in days since the epoch. */
  int firstDay();

  /** First day that goes through the stream. */
  int firstLiveDay();

  /** The live days, in the order of sending; read once. */
  Iterator<TimedEvent> timeline();

  /**
   * Fates of the lines of files, by what they were read for; empty if there are no files. Complete
   * once history and timeline have been read.
   */
  Map<String, LineTally> lines();

  @Override
  void close();
}
