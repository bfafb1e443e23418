package io.shelfcast.trainer;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** SageMaker's runtime client, pointed at a server on this machine. */
public final class EndpointClient {
  private EndpointClient() {}

  /** What an endpoint answers to rows in CSV. */
  public static String invoke(String address, String rows) {
    try (SageMakerRuntimeClient runtime =
        SageMakerRuntimeClient.builder()
            .endpointOverride(URI.create(address))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(ApacheHttpClient.builder())
            .build()) {
      return runtime
          .invokeEndpoint(
              request ->
                  request
                      .endpointName("demand")
                      .contentType("text/csv")
                      .body(SdkBytes.fromUtf8String(rows)))
          .body()
          .asUtf8String();
    }
  }
}
