package io.shelfcast.producer.invoice;

/**
 * One line of an invoice.
 *
 * @param invoice starts with C on a cancellation
 * @param number n for the n-th line of the invoice
 * @param product the stock code, trimmed and in capitals
 * @param units signed
 * @param price of one unit in minor units, negative on a correction, or {@link #TOO_FINE}
 * @param at milliseconds since the epoch
 * @param day days since the epoch, in the store's zone
 * @param customer empty where unknown
 */
record InvoiceLine(
    String invoice,
    int number,
    String product,
    long units,
    long price,
    long at,
    int day,
    String customer) {
  /** A price finer than minor units. */
  static final long TOO_FINE = Long.MIN_VALUE;

  boolean isCancellation() {
    return invoice.startsWith("C");
  }

  boolean hasPrice() {
    return price != TOO_FINE;
  }

  /** Names the event of this line for ever. */
  String eventId() {
    return invoice + "/" + number;
  }
}
