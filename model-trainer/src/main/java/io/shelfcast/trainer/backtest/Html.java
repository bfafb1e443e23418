package io.shelfcast.trainer.backtest;

/** The frame of a page that needs nothing else, and text as it may stand in one. */
public final class Html {
  private static final String STYLE =
      "body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;"
          + "color:#222}pre{background:#f6f6f4;padding:1rem;overflow:auto}"
          + ".charts{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0;flex:1 1 30rem}"
          + "figcaption{font-weight:600}svg text{font-size:11px;fill:#555}"
          + "svg path{fill:none;stroke-width:1.7}svg .grid{stroke:#e4e4e0;stroke-width:1}";

  private Html() {}

  /**
   * A whole page.
   *
   * @param title plain text
   * @param style rules beyond those of every page
   * @param body markup
   */
  public static String page(String title, String style, String body) {
    return String.format(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>%1$s</title>"
            + "<style>%2$s%3$s</style><h1>%1$s</h1>%4$s</html>%n",
        escaped(title), STYLE, style, body);
  }

  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
