package io.shelfcast.producer.timeline;

/** The stream takes nothing more; the message is one sentence for the person at the terminal. */
public final class SendFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SendFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
