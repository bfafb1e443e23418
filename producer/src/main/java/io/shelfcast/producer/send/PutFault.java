package io.shelfcast.producer.send;

/** A call to the stream did not succeed as a whole; the message is one sentence. */
final class PutFault extends Exception {
  private static final long serialVersionUID = 1;

  /** What the caller may do. */
  enum Kind {
    /** Nothing was stored; try again later. */
    RETRY,
    /** The answer was lost, so the records may or may not be stored; try again later. */
    UNCERTAIN,
    /** Trying again cannot help. */
    FATAL
  }

  private final Kind kind;

  PutFault(Kind kind, String sentence, Throwable cause) {
    super(sentence, cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
