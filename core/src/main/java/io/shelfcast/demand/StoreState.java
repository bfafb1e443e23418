package io.shelfcast.demand;

import io.shelfcast.event.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.ZoneId;

/** What is kept of one store beside the ids of its events. */
public final class StoreState {
  /** Before every day, with room to subtract from. */
  private static final int NEVER = Integer.MIN_VALUE / 2;

  StoreFacts facts;
  int openDay = NEVER;
  long clock = Long.MIN_VALUE;
  long applied;

  private StoreState(StoreFacts facts) {
    this.facts = facts;
  }

  /** That of a store of which nothing is known but the zone that a setting assumes. */
  public static StoreState unknown(ZoneId zone) {
    return new StoreState(StoreFacts.unknown(zone));
  }

  /** Writes all of it; {@link #read} is its inverse. */
  public void write(DataOutput out) throws IOException {
    facts.write(out);
    Varint.write(out, openDay);
    out.writeLong(clock);
    Varint.write(out, applied);
  }

  public static StoreState read(DataInput in) throws IOException {
    StoreState state = new StoreState(StoreFacts.read(in));
    state.openDay = Varint.readInt(in);
    state.clock = in.readLong();
    state.applied = Varint.read(in);
    return state;
  }
}
