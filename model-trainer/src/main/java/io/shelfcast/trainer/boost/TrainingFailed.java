package io.shelfcast.trainer.boost;

/** A training cannot go on; the message is one sentence for whoever started it. */
public final class TrainingFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TrainingFailed(String reason, Throwable cause) {
    super(reason, cause);
  }
}
