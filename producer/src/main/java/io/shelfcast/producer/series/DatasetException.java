package io.shelfcast.producer.series;

/** A data set cannot be used; the message is one sentence for the person at the terminal. */
public final class DatasetException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DatasetException(String sentence) {
    super(sentence);
  }

  public DatasetException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
