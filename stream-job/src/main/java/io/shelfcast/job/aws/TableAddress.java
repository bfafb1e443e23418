package io.shelfcast.job.aws;

import io.shelfcast.job.JobSettings;
import io.shelfcast.job.Setting;
import java.io.Serializable;
import java.net.URI;
import java.util.Optional;

/** Where the table of targets is. */
public final class TableAddress implements Serializable {
  private static final long serialVersionUID = 1;

  private final String table;
  private final String region;
  private final URI endpoint;

  /**
   * @param endpoint called instead of the region's own, or null
   */
  public TableAddress(String table, String region, URI endpoint) {
    this.table = table;
    this.region = region;
    this.endpoint = endpoint;
  }

  /** The one that the settings name. */
  public static TableAddress of(JobSettings settings) {
    return new TableAddress(
        settings.text(Setting.TABLE),
        settings.text(Setting.TARGETS_REGION),
        settings.optionalAddress(Setting.TARGETS_ENDPOINT).orElse(null));
  }

  String table() {
    return table;
  }

  String region() {
    return region;
  }

  Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }
}
