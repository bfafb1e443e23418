package io.shelfcast.job.aws;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import io.shelfcast.job.LoopbackEndpoint;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table of targets in Amazon's own DynamoDB Local, inside the test's JVM. */
final class LocalTable {
  static final String NAME = "inventory-targets";

  private final DynamoDBProxyServer server;
  private final URI endpoint;
  private final DynamoDbClient client;

  LocalTable() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-port", Integer.toString(port), "-disableTelemetry"});
    server.start();
    endpoint = URI.create("http://127.0.0.1:" + port);
    client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(
                        LoopbackEndpoint.CREDENTIAL, LoopbackEndpoint.CREDENTIAL)))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    client.createTable(
        t ->
            t.tableName(NAME)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    attribute(TargetItem.STORE_ID, ScalarAttributeType.S),
                    attribute(TargetItem.PRODUCT_ID, ScalarAttributeType.S),
                    attribute(TargetItem.RISK_STORE_ID, ScalarAttributeType.S),
                    attribute("stockoutProbability", ScalarAttributeType.N))
                .keySchema(keys(TargetItem.STORE_ID, TargetItem.PRODUCT_ID))
                .globalSecondaryIndexes(riskIndex()));
  }

  private static GlobalSecondaryIndex riskIndex() {
    return GlobalSecondaryIndex.builder()
        .indexName(TargetItem.RISK_INDEX)
        .keySchema(keys(TargetItem.RISK_STORE_ID, "stockoutProbability"))
        .projection(p -> p.projectionType(ProjectionType.ALL))
        .build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static List<KeySchemaElement> keys(String partition, String sort) {
    return List.of(
        KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
  }

  TableAddress address() {
    return new TableAddress(NAME, "us-east-1", endpoint);
  }

  Map<String, AttributeValue> item(String store, String product) {
    return client
        .getItem(
            g ->
                g.tableName(NAME)
                    .key(
                        Map.of(
                            TargetItem.STORE_ID, AttributeValue.fromS(store),
                            TargetItem.PRODUCT_ID, AttributeValue.fromS(product))))
        .item();
  }

  /** The store's products at risk, the riskiest first. */
  List<Map<String, AttributeValue>> atRisk(String store) {
    return client
        .query(
            q ->
                q.tableName(NAME)
                    .indexName(TargetItem.RISK_INDEX)
                    .keyConditionExpression("riskStoreId = :s")
                    .expressionAttributeValues(Map.of(":s", AttributeValue.fromS(store)))
                    .scanIndexForward(false))
        .items();
  }

  void stop() throws Exception {
    client.close();
    server.stop();
  }
}
