package io.shelfcast.producer.invoice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Numbers the lines of each invoice; remembers the invoices of a day and the day before. */
final class LineNumbers {
  private Map<String, Integer> today = new HashMap<>();
  private Map<String, Integer> yesterday = new HashMap<>();
  private LocalDate day = LocalDate.MIN;

  int next(String invoice, LocalDate on) {
    if (!on.equals(day)) {
      yesterday = today;
      today = new HashMap<>();
      day = on;
    }
    int number = today.getOrDefault(invoice, yesterday.getOrDefault(invoice, 0)) + 1;
    today.put(invoice, number);
    return number;
  }
}
