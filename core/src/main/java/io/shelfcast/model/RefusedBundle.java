package io.shelfcast.model;

/** A model bundle cannot be used; the message is one sentence that says why. */
public final class RefusedBundle extends Exception {
  /**
   * @param reason one sentence; it may quote the bundle, whose control characters become '?'
   */
  public RefusedBundle(String reason) {
    super(reason.replaceAll("\\p{Cntrl}", "?"));
  }
}
