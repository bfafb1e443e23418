package io.shelfcast.producer.invoice;

import java.util.regex.Pattern;

/** Tells goods from the postage, fees, vouchers, corrections and tests among the stock codes. */
final class StockCodes {
  /** Five digits and letters; the gift shop's own range; cushion pads; one chalkboard. */
  private static final Pattern GOODS = Pattern.compile("\\d{5}[A-Z]{0,3}|DCGS.+|PADS|SP1002");

  private StockCodes() {}

  static boolean isProduct(String code) {
    return GOODS.matcher(code).matches();
  }
}
