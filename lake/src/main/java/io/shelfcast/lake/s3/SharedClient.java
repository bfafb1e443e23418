package io.shelfcast.lake.s3;

import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The one client of S3 in a process, made when it is first asked for and never closed: a lake is
 * opened often and has no end.
 */
final class SharedClient {
  private static S3Client client;

  private SharedClient() {}

  /**
   * The client, as the environment says.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if it does not say enough
   */
  static synchronized S3Client get() {
    if (client == null) {
      /* Without a thread of its own, which would keep the classes of a job that has ended. */
      client =
          S3Client.builder()
              .httpClientBuilder(
                  ApacheHttpClient.builder().maxConnections(64).useIdleConnectionReaper(false))
              .build();
    }
    return client;
  }
}
