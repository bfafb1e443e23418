package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfcast.lake.LakeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class DataStackTest {
  private final Template template = Synthesised.data();

  @Test
  void theStreamScalesByItselfUnderTheCustomersKey() {
    template.hasResourceProperties(
        "AWS::Kinesis::Stream",
        Map.of(
            "Name", "pos-events",
            "StreamModeDetails", Map.of("StreamMode", "ON_DEMAND"),
            "StreamEncryption", Map.of("EncryptionType", "KMS", "KeyId", Match.anyValue())));
    template.hasResourceProperties("AWS::KMS::Key", Map.of("EnableKeyRotation", true));
  }

  @Test
  void theLakeIsEncryptedVersionedAndClosedToThePublic() {
    template.hasResourceProperties(
        "AWS::S3::Bucket",
        Match.objectLike(
            Map.of(
                "BucketEncryption",
                Match.objectLike(
                    Map.of(
                        "ServerSideEncryptionConfiguration",
                        List.of(
                            Match.objectLike(
                                Map.of(
                                    "BucketKeyEnabled",
                                    true,
                                    "ServerSideEncryptionByDefault",
                                    Map.of(
                                        "SSEAlgorithm",
                                        "aws:kms",
                                        "KMSMasterKeyID",
                                        Match.anyValue())))))),
                "VersioningConfiguration",
                Map.of("Status", "Enabled"),
                "PublicAccessBlockConfiguration",
                Map.of(
                    "BlockPublicAcls", true,
                    "BlockPublicPolicy", true,
                    "IgnorePublicAcls", true,
                    "RestrictPublicBuckets", true),
                "NotificationConfiguration",
                Map.of("EventBridgeConfiguration", Map.of("EventBridgeEnabled", true)))));
  }

  @Test
  void orphanUploadsAreSweptUp() {
    List<JsonNode> rules = new ArrayList<>();
    Synthesised.properties("AWS::S3::Bucket")
        .forEach(b -> b.path("LifecycleConfiguration").path("Rules").forEach(rules::add));

    assertEquals(
        Set.of(1, 14),
        rules.stream()
            .map(rule -> rule.path("AbortIncompleteMultipartUpload"))
            .filter(abort -> !abort.isMissingNode())
            .map(abort -> abort.path("DaysAfterInitiation").asInt())
            .collect(Collectors.toSet()));
  }

  @Test
  void bucketsAnswerOverTlsOnly() {
    List<JsonNode> policies = Synthesised.properties("AWS::S3::BucketPolicy").toList();

    assertEquals(2, policies.size());
    for (JsonNode policy : policies) {
      String text = policy.toString();
      assertTrue(text.contains("\"aws:SecureTransport\":\"false\""), text);
      assertTrue(text.contains("\"s3:TlsVersion\":1.2"), text);
    }
  }

  @Test
  void theTableCanBeRestoredIsFollowedAndIndexedByStoreAndRisk() {
    template.hasResourceProperties(
        "AWS::DynamoDB::GlobalTable",
        Match.objectLike(
            Map.of(
                "TableName", "inventory-targets",
                "BillingMode", "PAY_PER_REQUEST",
                "StreamSpecification", Map.of("StreamViewType", "NEW_AND_OLD_IMAGES"),
                "GlobalSecondaryIndexes",
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "IndexName",
                                "at-risk",
                                "KeySchema",
                                List.of(
                                    Map.of("AttributeName", "riskStoreId", "KeyType", "HASH"),
                                    Map.of(
                                        "AttributeName",
                                        "stockoutProbability",
                                        "KeyType",
                                        "RANGE"))))),
                "Replicas",
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "DeletionProtectionEnabled", true,
                                "PointInTimeRecoverySpecification",
                                    Map.of("PointInTimeRecoveryEnabled", true),
                                "SSESpecification",
                                    Map.of("KMSMasterKeyId", Match.anyValue())))))));
  }

  @Test
  void nothingThatHoldsDataIsDeletedWithTheStack() {
    Set<String> kept =
        Set.of(
            "AWS::DynamoDB::GlobalTable",
            "AWS::ECR::Repository",
            "AWS::KMS::Key",
            "AWS::Kinesis::Stream",
            "AWS::S3::Bucket");
    for (String type : kept) {
      template.allResources(type, Map.of("DeletionPolicy", "Retain"));
    }
  }

  @Test
  void daysOfTheLakesTablesAreFoundByProjection() {
    for (LakeTable table : LakeTable.values()) {
      template.hasResourceProperties(
          "AWS::Glue::Table",
          Match.objectLike(
              Map.of(
                  "TableInput",
                  Match.objectLike(
                      Map.of(
                          "Name", table.folder(),
                          "PartitionKeys",
                              List.of(Match.objectLike(Map.of("Name", "day", "Type", "date"))),
                          "Parameters",
                              Match.objectLike(
                                  Map.of(
                                      "projection.enabled", "true",
                                      "projection.day.type", "date",
                                      "projection.day.range", "2009-01-01,NOW+1DAYS")))))));
    }
  }
}
