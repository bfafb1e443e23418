package io.shelfcast.job;

import java.util.List;

/** The job's settings are wrong; the message names every error, one a line, and no value. */
public final class RefusedSettings extends Exception {
  private final List<String> errors;

  RefusedSettings(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = List.copyOf(errors);
  }

  /** One sentence for each error, sorted as the settings are. */
  public List<String> errors() {
    return errors;
  }
}
