package io.shelfcast.job.aws;

import io.shelfcast.job.LoopbackEndpoint;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;

/** Clients that call another address than Amazon's. */
final class OtherEndpoint {
  private OtherEndpoint() {}

  /** Calls that address; one on this machine with fixed credentials, so that no real ones leak. */
  static void at(URI endpoint, AwsClientBuilder<?, ?> builder) {
    builder.endpointOverride(endpoint);
    if (LoopbackEndpoint.is(endpoint)) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(
                  LoopbackEndpoint.CREDENTIAL, LoopbackEndpoint.CREDENTIAL)));
    }
  }
}
