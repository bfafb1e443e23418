package io.shelfcast.lake;

/** The lake cannot do what was asked; the message is one sentence that names the file. */
public final class LakeException extends RuntimeException {
  public LakeException(String message) {
    super(message);
  }

  public LakeException(String message, Throwable cause) {
    super(message, cause);
  }
}
