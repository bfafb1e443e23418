package io.shelfcast.job.state;

import io.shelfcast.demand.ClosedDays;
import io.shelfcast.demand.DemandHistory;
import io.shelfcast.demand.HotState;
import io.shelfcast.demand.JournalEntry;
import io.shelfcast.demand.JournalKey;
import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreState;
import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventBinary;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.Announcement;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.BundleReference;
import io.shelfcast.job.TableWrite;
import io.shelfcast.target.Decision;
import io.shelfcast.target.TargetBinary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The binary forms of everything that the job's streams and state hold. */
public final class Forms {
  public static final Form<Event> EVENT =
      Form.immutable(
          "event", EventBinary.VERSION, Event.class, EventBinary::write, EventBinary::read);

  public static final Form<ArchivedEvent> ARCHIVED_EVENT =
      Form.immutable(
          "archived-event",
          EventBinary.VERSION,
          ArchivedEvent.class,
          EventBinary::write,
          EventBinary::readArchived);

  public static final Form<StoreProductKey> KEY =
      Form.immutable(
          "store-product-key", 1, StoreProductKey.class, EventBinary::write, EventBinary::readKey);

  public static final Form<RefusedRecord> REFUSED =
      Form.immutable(
          "refused-record", 1, RefusedRecord.class, Forms::writeRefused, Forms::readRefused);

  public static final Form<Arrival> ARRIVAL =
      Form.immutable(
          "arrival", EventBinary.VERSION, Arrival.class, Forms::writeArrival, Forms::readArrival);

  public static final Form<Decision> DECISION =
      Form.immutable("decision", 2, Decision.class, TargetBinary::write, TargetBinary::readDecision)
          .alsoReading(1, TargetBinary::readDecision);

  public static final Form<TableWrite> TABLE_WRITE =
      Form.immutable(
              "table-write",
              TableWrite.VERSION,
              TableWrite.class,
              TableWrite::write,
              TableWrite::read)
          .alsoReading(1, TableWrite::read);

  public static final Form<Announcement> ANNOUNCEMENT =
      Form.immutable(
          "announcement", 1, Announcement.class, Forms::writeAnnouncement, Forms::readAnnouncement);

  public static final Form<StoreFacts> STORE_FACTS =
      Form.immutable("store-facts", 1, StoreFacts.class, StoreFacts::write, StoreFacts::read);

  public static final Form<BundleReference> BUNDLE_REFERENCE =
      Form.immutable(
          "bundle-reference", 1, BundleReference.class, Forms::writeBundle, Forms::readBundle);

  public static final Form<StoreState> STORE_STATE =
      Form.mutable("store-state", 1, StoreState.class, StoreState::write, StoreState::read);

  public static final Form<JournalKey> JOURNAL_KEY =
      Form.immutable("journal-key", 1, JournalKey.class, JournalKey::write, JournalKey::read);

  public static final Form<JournalEntry> JOURNAL_ENTRY =
      Form.immutable(
          "journal-entry", 1, JournalEntry.class, JournalEntry::write, JournalEntry::read);

  public static final Form<HotState> HOT =
      Form.mutable("hot", 2, HotState.class, HotState::write, HotState::read)
          .alsoReading(1, HotState::readFirst);

  public static final Form<DemandHistory> HISTORY =
      Form.mutable("history", 1, DemandHistory.class, DemandHistory::write, DemandHistory::read);

  public static final Form<ClosedDays> CLOSED_DAYS =
      Form.immutable("closed-days", 2, ClosedDays.class, ClosedDays::write, ClosedDays::read)
          .alsoReading(1, ClosedDays::readFirst);

  private static final Map<String, Form<?>> ALL =
      Stream.of(
              EVENT,
              ARCHIVED_EVENT,
              KEY,
              REFUSED,
              ARRIVAL,
              DECISION,
              TABLE_WRITE,
              ANNOUNCEMENT,
              STORE_FACTS,
              BUNDLE_REFERENCE,
              STORE_STATE,
              JOURNAL_KEY,
              JOURNAL_ENTRY,
              HOT,
              HISTORY,
              CLOSED_DAYS)
          .collect(Collectors.toUnmodifiableMap(Form::name, Function.identity()));

  private Forms() {}

  /** The form of that name, of the class that the caller knows it to have. */
  @SuppressWarnings("unchecked")
  static <T> Form<T> named(String name) {
    Form<?> form = ALL.get(name);
    if (form == null) {
      throw new IllegalStateException("state of an unknown form, " + name);
    }
    return (Form<T>) form;
  }

  private static void writeRefused(RefusedRecord refused, DataOutput out) throws IOException {
    out.writeInt(refused.raw().length);
    out.write(refused.raw());
    out.writeUTF(refused.reason());
    out.writeLong(refused.arrivedAt());
  }

  private static RefusedRecord readRefused(DataInput in) throws IOException {
    byte[] raw = new byte[in.readInt()];
    in.readFully(raw);
    return new RefusedRecord(raw, in.readUTF(), in.readLong());
  }

  private static void writeArrival(Arrival arrival, DataOutput out) throws IOException {
    out.writeByte(
        (arrival.isRefused() ? 1 : 0) | (arrival.isRebuilt() ? 2 : 0) | (arrival.isLate() ? 4 : 0));
    if (arrival.isRefused()) {
      writeRefused(arrival.refusal(), out);
      return;
    }
    EventBinary.write(arrival.event(), out);
    out.writeLong(arrival.arrivedAt());
    out.writeLong(arrival.readableAt());
  }

  private static Arrival readArrival(DataInput in) throws IOException {
    int flags = in.readUnsignedByte();
    if ((flags & 1) != 0) {
      return Arrival.refused(readRefused(in));
    }
    Event event = EventBinary.read(in);
    long arrivedAt = in.readLong();
    long readableAt = in.readLong();
    return (flags & 2) != 0
        ? Arrival.rebuilt(event, arrivedAt, (flags & 4) != 0)
        : Arrival.live(event, arrivedAt, readableAt);
  }

  private static void writeAnnouncement(Announcement announcement, DataOutput out)
      throws IOException {
    out.writeUTF(announcement.kind().name());
    switch (announcement.kind()) {
      case STORE:
        out.writeUTF(announcement.storeId());
        announcement.facts().write(out);
        break;
      case BUNDLE:
        writeBundle(announcement.bundle(), out);
        break;
      default:
        out.writeLong(announcement.endedAt());
    }
  }

  private static Announcement readAnnouncement(DataInput in) throws IOException {
    switch (Announcement.Kind.valueOf(in.readUTF())) {
      case STORE:
        return Announcement.of(in.readUTF(), StoreFacts.read(in));
      case BUNDLE:
        return Announcement.of(readBundle(in));
      default:
        return Announcement.end(in.readLong());
    }
  }

  private static void writeBundle(BundleReference bundle, DataOutput out) throws IOException {
    out.writeLong(bundle.sequence());
    out.writeUTF(bundle.folder());
    out.writeUTF(bundle.sha256());
  }

  private static BundleReference readBundle(DataInput in) throws IOException {
    return new BundleReference(in.readLong(), in.readUTF(), in.readUTF());
  }
}
