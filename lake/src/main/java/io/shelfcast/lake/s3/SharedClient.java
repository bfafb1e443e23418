package io.shelfcast.lake.s3;

import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The one client of S3 in a process, made when it is first asked for and never closed: a lake is
 * opened often and has no end.
 */
final class SharedClient {
  private SharedClient() {}

  static S3Client get() {
    return Holder.CLIENT;
  }

  private static final class Holder {
    /* Without a thread of its own, which would keep the classes of a job that has ended. */
    static final S3Client CLIENT =
        S3Client.builder()
            .httpClientBuilder(
                ApacheHttpClient.builder().maxConnections(64).useIdleConnectionReaper(false))
            .build();
  }
}
