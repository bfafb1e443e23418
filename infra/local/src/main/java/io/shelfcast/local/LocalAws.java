package io.shelfcast.local;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Clients of the emulators. */
final class LocalAws {
  private static final AwsCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private LocalAws() {}

  static KinesisClient kinesis(Ports ports) {
    return KinesisClient.builder()
        .endpointOverride(URI.create(ports.kinesisEndpoint()))
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .httpClient(http())
        .build();
  }

  static DynamoDbClient dynamodb(Ports ports) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(ports.dynamodbEndpoint()))
        .region(Region.US_EAST_1)
        .credentialsProvider(CREDENTIALS)
        .httpClient(http())
        .build();
  }

  private static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)).build();
  }
}
