package io.shelfcast.lake;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.target.Decision;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;

/** Fills a lake with small files, as a job does at each checkpoint. */
final class LakeWriter {
  private final LakeFiles files;
  private final RandomRows random;
  private int sequence;

  LakeWriter(LakeFiles files, long seed) {
    this.files = files;
    this.random = new RandomRows(seed);
  }

  /** Writes files of each table for a day, and returns the events. */
  List<ArchivedEvent> writeDay(int day, int filesPerTable) {
    List<ArchivedEvent> all = new ArrayList<>();
    for (int i = 0; i < filesPerTable; i++) {
      List<ArchivedEvent> events = random.events(day, 20);
      write(LakeTable.EVENTS, day, EventRows::writer, events);
      all.addAll(events);
      List<Decision> decisions = new ArrayList<>();
      List<RefusedRecord> refused = new ArrayList<>();
      for (int j = 0; j < 5; j++) {
        decisions.add(random.decision(day).decision());
        refused.add(random.refused(day));
      }
      write(LakeTable.DECISIONS, day, DecisionRows::writer, decisions);
      write(LakeTable.REFUSED, day, RefusedRows::writer, refused);
    }
    return all;
  }

  <T> String write(LakeTable table, int day, MemoryFile.Format<T> format, List<T> rows) {
    String path = table.folder(day) + "/part-0-" + sequence++ + ".parquet";
    files.write(
        path,
        out -> {
          try (ParquetWriter<T> writer = format.writer(new StreamOutput(out))) {
            for (T row : rows) {
              writer.write(row);
            }
          }
        });
    return path;
  }
}
