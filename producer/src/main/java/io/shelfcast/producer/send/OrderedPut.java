package io.shelfcast.producer.send;

import io.shelfcast.producer.timeline.SendFailed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts records until the stream has all of them, keeping order within a partition key: where one of
 * a key fails, it and all later ones of that key are put again before anything newer. A later one
 * may so stand twice on the stream, which readers recognise by its eventId and the ledger counts.
 * Thread-safe.
 */
final class OrderedPut {
  private final StreamPort port;
  private final Ledger ledger;
  private final Backoff backoff;

  OrderedPut(StreamPort port, Ledger ledger, Backoff backoff) {
    this.port = port;
    this.ledger = ledger;
    this.backoff = backoff;
  }

  /** A record with whether the stream has it already. */
  private record Pending(StreamRecord record, boolean stored) {}

  /**
   * Puts the records in their order, in as many calls as the limits ask for.
   *
   * @throws SendFailed if trying again does not or cannot help
   */
  void putAll(List<StreamRecord> records) {
    int from = 0;
    while (from < records.size()) {
      int to = from;
      int bytes = 0;
      while (to < records.size() && to - from < StreamPort.MAX_RECORDS) {
        bytes += records.get(to).bytes();
        if (bytes > StreamPort.MAX_BYTES && to > from) {
          break;
        }
        to++;
      }
      putBatch(records.subList(from, to));
      from = to;
    }
  }

  private void putBatch(List<StreamRecord> batch) {
    List<Pending> pending = new ArrayList<>(batch.size());
    batch.forEach(record -> pending.add(new Pending(record, false)));
    Backoff.Tries tries = backoff.start();
    while (!pending.isEmpty()) {
      String trouble;
      try {
        int before = pending.size();
        trouble = putOnce(pending);
        if (pending.size() < before) {
          tries = backoff.start();
        }
      } catch (PutFault fault) {
        if (fault.kind() == PutFault.Kind.FATAL) {
          throw new SendFailed(fault.getMessage(), fault);
        }
        if (fault.kind() == PutFault.Kind.UNCERTAIN) {
          ledger.maybeTwice(pending.size());
        }
        trouble = fault.getMessage();
      }
      if (!pending.isEmpty() && !tries.again()) {
        throw new SendFailed("Gave up sending: " + trouble, null);
      }
    }
  }

  /** One call; leaves in the list what must be put again and returns the first error code. */
  private String putOnce(List<Pending> pending) throws PutFault {
    List<String> errors = port.put(pending.stream().map(Pending::record).toList());
    Set<String> brokenKeys = new HashSet<>();
    List<Pending> again = new ArrayList<>();
    String trouble = null;
    for (int i = 0; i < errors.size(); i++) {
      Pending one = pending.get(i);
      boolean stored = errors.get(i) == null;
      if (stored) {
        ledger.stored(one.record().origin(), one.stored());
      } else {
        trouble = trouble == null ? "the stream answers " + errors.get(i) + "." : trouble;
        brokenKeys.add(one.record().key());
      }
      if (brokenKeys.contains(one.record().key())) {
        again.add(new Pending(one.record(), one.stored() || stored));
      }
    }
    pending.clear();
    pending.addAll(again);
    return trouble;
  }
}
