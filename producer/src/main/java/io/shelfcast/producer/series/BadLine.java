package io.shelfcast.producer.series;

/** A line of a data set cannot be read; the message names the column and the reason. */
public final class BadLine extends Exception {
  private static final long serialVersionUID = 1;

  public BadLine(String reason) {
    super(reason);
  }
}
