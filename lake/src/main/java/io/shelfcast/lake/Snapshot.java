package io.shelfcast.lake;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the lake held at one time: an immutable list of complete files, whatever comes later.
 *
 * <p>Rows come by day, ascending, and within a day in one fixed order; the wanted rows of one day
 * are in memory at a time, about 0.7 KB each. Once a later compaction's grace is over, files of the
 * snapshot may be gone; reading them then throws {@link LakeException}.
 */
public final class Snapshot {
  private final LakeFiles files;
  private final Manifest manifest;

  Snapshot(LakeFiles files, Manifest manifest) {
    this.files = files;
    this.manifest = manifest;
  }

  /** Greater for a later snapshot; 0 for the empty lake. */
  public long id() {
    return manifest.id();
  }

  /** By which {@link Lake#snapshot} finds it again. */
  public String name() {
    return Manifests.name(manifest.id());
  }

  public Instant createdAt() {
    return Instant.parse(manifest.createdAt());
  }

  /** All files of a table, by day. */
  public List<DataFile> files(LakeTable table) {
    return of(table).collect(Collectors.toList());
  }

  /** The files of some days, both ends included, by day. */
  public List<DataFile> files(LakeTable table, int fromDay, int toDay) {
    return of(table)
        .filter(file -> file.day() >= fromDay && file.day() <= toDay)
        .collect(Collectors.toList());
  }

  /** Number of rows, as the files' footers tell it. */
  public long countRows(LakeTable table) {
    return of(table).mapToLong(DataFile::rows).sum();
  }

  /** First day with a file. */
  public OptionalInt firstDay(LakeTable table) {
    return of(table).mapToInt(DataFile::day).min();
  }

  /** Last day with a file. */
  public OptionalInt lastDay(LakeTable table) {
    return of(table).mapToInt(DataFile::day).max();
  }

  /** All events of some business days, both ends included. */
  public Iterator<ArchivedEvent> events(int fromDay, int toDay) {
    return events(fromDay, toDay, RowFilter.all());
  }

  /** Events of some business days; within a day DAY rows first, then by arrival. */
  public Iterator<ArchivedEvent> events(int fromDay, int toDay, RowFilter filter) {
    return rows(EventRows.FORMAT, fromDay, toDay, filter);
  }

  /** Decisions of some days; within a day by as-of time. */
  public Iterator<ArchivedDecision> decisions(int fromDay, int toDay, RowFilter filter) {
    return rows(DecisionRows.FORMAT, fromDay, toDay, filter);
  }

  /** Refused records of some days of arrival; within a day by arrival. */
  public Iterator<RefusedRecord> refused(int fromDay, int toDay) {
    return rows(RefusedRows.FORMAT, fromDay, toDay, RowFilter.all());
  }

  private <T> Iterator<T> rows(RowFormat<T, ?> format, int fromDay, int toDay, RowFilter filter) {
    return new DayRows<>(files, format, files(format.table(), fromDay, toDay), filter);
  }

  private Stream<DataFile> of(LakeTable table) {
    return manifest.files().stream().filter(file -> file.table() == table);
  }

  @Override
  public String toString() {
    return name() + " of " + manifest.files().size() + " files";
  }
}
