package io.shelfcast.event;

import java.util.Objects;

/** A record that could not be read as an event: the bytes as they came, and why. */
public final class RefusedRecord {
  private final byte[] raw;
  private final String reason;
  private final long arrivedAt;

  /** Takes the bytes as they are, without copying. */
  public RefusedRecord(byte[] raw, String reason, long arrivedAt) {
    this.raw = Objects.requireNonNull(raw);
    this.reason = Objects.requireNonNull(reason);
    this.arrivedAt = arrivedAt;
  }

  public byte[] raw() {
    return raw;
  }

  /** One sentence that names the field. */
  public String reason() {
    return reason;
  }

  public long arrivedAt() {
    return arrivedAt;
  }
}
