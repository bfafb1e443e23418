package io.shelfcast.job.aws;

import io.shelfcast.job.LoopbackEndpoint;
import io.shelfcast.job.TableWrite;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * The table in DynamoDB. Each put carries the condition that keeps an older item from overwriting a
 * newer one, whoever else writes and however often it is repeated.
 */
final class DynamoDbTargets implements TargetTable {
  /** A hung call must not hold up a checkpoint. */
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  private final DynamoDbAsyncClient client;
  private final String table;

  DynamoDbTargets(TableAddress address, int maxInFlight) {
    table = address.table();
    DynamoDbAsyncClientBuilder builder =
        DynamoDbAsyncClient.builder()
            .region(Region.of(address.region()))
            .httpClientBuilder(
                NettyNioAsyncHttpClient.builder()
                    .maxConcurrency(maxInFlight)
                    .connectionAcquisitionTimeout(CALL_TIMEOUT))
            .overrideConfiguration(
                c ->
                    c.apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                        .apiCallTimeout(CALL_TIMEOUT)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy()));
    address.endpoint().ifPresent(endpoint -> at(endpoint, builder));
    client = builder.build();
  }

  private static void at(URI endpoint, DynamoDbAsyncClientBuilder builder) {
    builder.endpointOverride(endpoint);
    if (LoopbackEndpoint.is(endpoint)) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(
                  LoopbackEndpoint.CREDENTIAL, LoopbackEndpoint.CREDENTIAL)));
    }
  }

  @Override
  public CompletableFuture<PutOutcome> put(TableWrite write) {
    Map<String, AttributeValue> item = TargetItem.attributes(write, System.currentTimeMillis());
    PutItemRequest request =
        PutItemRequest.builder()
            .tableName(table)
            .item(item)
            .conditionExpression(TargetItem.condition(write))
            .expressionAttributeNames(TargetItem.conditionNames(write))
            .expressionAttributeValues(TargetItem.conditionValues(write))
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
            .build();
    return client.putItem(request).handle((response, fault) -> outcome(response, fault, item));
  }

  private static PutOutcome outcome(
      PutItemResponse response, Throwable thrown, Map<String, AttributeValue> item) {
    if (thrown == null) {
      return new PutOutcome(true, response.consumedCapacity().capacityUnits());
    }
    Throwable fault = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (fault instanceof ConditionalCheckFailedException) {
      /* The answer names no capacity; a refused put costs what the larger item would. */
      int size = TargetItem.sizeBytes(item);
      return new PutOutcome(
          false, (size + TargetItem.BYTES_PER_UNIT - 1) / TargetItem.BYTES_PER_UNIT);
    }
    throw fault instanceof SdkException ? (SdkException) fault : new CompletionException(fault);
  }

  @Override
  public void close() {
    client.close();
  }
}
