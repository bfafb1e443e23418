package io.shelfcast.trainer.backtest;

/** Text as it may stand in a page. */
public final class Html {
  private Html() {}

  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
