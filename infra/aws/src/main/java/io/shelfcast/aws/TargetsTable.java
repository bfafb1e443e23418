package io.shelfcast.aws;

import io.shelfcast.target.Measure;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The table that readers find the targets in, with its sparse index of store-products at risk. */
final class TargetsTable {
  static final String AT_RISK = "at-risk";

  private final TableV2 table;

  TargetsTable(Construct scope, Key key, String name) {
    table =
        TableV2.Builder.create(scope, "Targets")
            .tableName(name)
            .partitionKey(attribute("storeId", AttributeType.STRING))
            .sortKey(attribute("productId", AttributeType.STRING))
            .billing(Billing.onDemand())
            .globalSecondaryIndexes(List.of(atRisk()))
            .encryption(TableEncryptionV2.customerManagedKey(key))
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES)
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
  }

  /** Only items at risk carry riskStoreId, so only they are in the index. */
  private static GlobalSecondaryIndexPropsV2 atRisk() {
    return GlobalSecondaryIndexPropsV2.builder()
        .indexName(AT_RISK)
        .partitionKey(attribute("riskStoreId", AttributeType.STRING))
        .sortKey(attribute(Measure.STOCKOUT_PROBABILITY.json(), AttributeType.NUMBER))
        .projectionType(ProjectionType.INCLUDE)
        .nonKeyAttributes(
            List.of(
                Measure.SUGGESTED_ORDER_QUANTITY.json(),
                Measure.ON_HAND.json(),
                Measure.DAYS_OF_SUPPLY.json()))
        .build();
  }

  private static Attribute attribute(String name, AttributeType type) {
    return Attribute.builder().name(name).type(type).build();
  }

  TableV2 table() {
    return table;
  }

  String arn() {
    return table.getTableArn();
  }

  String name() {
    return table.getTableName();
  }

  String indexArn() {
    return arn() + "/index/" + AT_RISK;
  }
}
