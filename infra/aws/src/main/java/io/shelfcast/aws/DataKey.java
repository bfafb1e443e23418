package io.shelfcast.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The customer's key, under which everything of Shelfcast lies at rest. */
final class DataKey {
  private final Key key;

  /**
   * @param logGroups beginning of the names of log groups that the key covers
   */
  DataKey(Construct scope, String logGroups) {
    key =
        Key.Builder.create(scope, "Key")
            .description("Encrypts the stream, the lake, the table and what is told of them")
            .enableKeyRotation(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    key.addToResourcePolicy(notices(Access.service(scope, "cloudwatch.amazonaws.com")));
    key.addToResourcePolicy(notices(new ServicePrincipal("events.amazonaws.com")));
    key.addToResourcePolicy(logs(scope, logGroups));
  }

  /**
   * Alarms and events are told through an encrypted topic. EventBridge does not say to the key for
   * which account it acts, so that the topic's own policy must do.
   */
  private static PolicyStatement notices(ServicePrincipal from) {
    return PolicyStatement.Builder.create()
        .principals(List.of(from))
        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
        .resources(List.of("*"))
        .build();
  }

  private static PolicyStatement logs(Construct scope, String logGroups) {
    String group = Access.arn(scope, "logs", "log-group:" + logGroups + "*");
    return PolicyStatement.Builder.create()
        .principals(List.of(new ServicePrincipal("logs.amazonaws.com")))
        .actions(
            List.of(
                "kms:Decrypt",
                "kms:DescribeKey",
                "kms:Encrypt",
                "kms:GenerateDataKey",
                "kms:GenerateDataKeyWithoutPlaintext",
                "kms:ReEncryptFrom",
                "kms:ReEncryptTo"))
        .resources(List.of("*"))
        .conditions(Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", group)))
        .build();
  }

  Key key() {
    return key;
  }

  String arn() {
    return key.getKeyArn();
  }

  /** Lets a role read and write what lies under the key. */
  void write(Role role) {
    role.addToPolicy(
        Access.allow(
            arn(),
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo"));
  }
}
