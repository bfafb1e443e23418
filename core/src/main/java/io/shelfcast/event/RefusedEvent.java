package io.shelfcast.event;

/** A record is not an event; the message is one sentence that names the field and the reason. */
public final class RefusedEvent extends Exception {
  public RefusedEvent(String reason) {
    // A refusal is an ordinary outcome of reading: where in the code it arose tells nobody
    // anything.
    super(reason, null, false, false);
  }

  RefusedEvent(Field field, String reason) {
    this(field.json() + " " + reason);
  }
}
