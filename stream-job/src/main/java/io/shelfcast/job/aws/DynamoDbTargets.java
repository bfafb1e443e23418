package io.shelfcast.job.aws;

import io.shelfcast.job.TableWrite;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * The table in DynamoDB. Each put carries the condition that keeps an older item from overwriting a
 * newer one, whoever else writes and however often it is repeated.
 */
final class DynamoDbTargets implements TargetTable {
  /** A hung call must not hold up a checkpoint. */
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(3);

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  private final DynamoDbClient client;

  /** One for each put under way: blocking calls cost a third less processor time than Netty's. */
  private final ExecutorService calls;

  private final String table;

  DynamoDbTargets(TableAddress address, int maxInFlight) {
    table = address.table();
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .region(Region.of(address.region()))
            .httpClientBuilder(
                ApacheHttpClient.builder()
                    .maxConnections(maxInFlight)
                    .connectionAcquisitionTimeout(CALL_TIMEOUT))
            .overrideConfiguration(
                c ->
                    c.apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
                        .apiCallTimeout(CALL_TIMEOUT)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy()));
    address.endpoint().ifPresent(endpoint -> OtherEndpoint.at(endpoint, builder));
    client = builder.build();
    calls = Executors.newFixedThreadPool(maxInFlight, DynamoDbTargets::caller);
  }

  private static Thread caller(Runnable work) {
    Thread thread = new Thread(work, "put-target");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public CompletableFuture<PutOutcome> put(TableWrite write) {
    return CompletableFuture.supplyAsync(() -> outcome(write), calls);
  }

  private PutOutcome outcome(TableWrite write) {
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
    try {
      return new PutOutcome(true, client.putItem(request).consumedCapacity().capacityUnits());
    } catch (ConditionalCheckFailedException e) {
      /* The answer names no capacity; a refused put costs what the larger item would. */
      int size = TargetItem.sizeBytes(item);
      return new PutOutcome(
          false, (size + TargetItem.BYTES_PER_UNIT - 1) / TargetItem.BYTES_PER_UNIT);
    }
  }

  @Override
  public void close() {
    calls.shutdownNow();
    client.close();
  }
}
