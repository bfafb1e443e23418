package io.shelfcast.local;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table readers find the targets in, and its sparse index of store-products at risk. */
final class TargetsTable {
  static final String NAME = "inventory-targets";
  static final String AT_RISK = "at-risk";

  private TargetsTable() {}

  /** Creates the table unless it exists; the emulator has it ready at once. */
  static void ensure(DynamoDbClient dynamodb, String name) {
    if (!dynamodb.listTables().tableNames().contains(name)) {
      dynamodb.createTable(definition(name));
    }
  }

  private static CreateTableRequest definition(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            attribute("storeId", ScalarAttributeType.S),
            attribute("productId", ScalarAttributeType.S),
            attribute("riskStoreId", ScalarAttributeType.S),
            attribute("stockoutProbability", ScalarAttributeType.N))
        .keySchema(keys("storeId", "productId"))
        .globalSecondaryIndexes(atRisk())
        .build();
  }

  /** Only items at risk carry riskStoreId, so only they are in the index. */
  private static GlobalSecondaryIndex atRisk() {
    return GlobalSecondaryIndex.builder()
        .indexName(AT_RISK)
        .keySchema(keys("riskStoreId", "stockoutProbability"))
        .projection(
            p ->
                p.projectionType(ProjectionType.INCLUDE)
                    .nonKeyAttributes("suggestedOrderQuantity", "onHand", "daysOfSupply"))
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
}
