package io.shelfcast.aws;

/** Something the user can mend; the message is one sentence that says what and how. */
public final class Problem extends RuntimeException {
  public Problem(String sentence) {
    super(sentence);
  }

  public Problem(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
