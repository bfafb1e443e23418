package io.shelfcast.event;

/** A record is not an event; the message is one sentence that names the field and the reason. */
public final class RefusedEvent extends Exception {
  public RefusedEvent(String reason) {
    super(reason);
  }
}
