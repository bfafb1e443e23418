package io.shelfcast.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
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
    key.addToResourcePolicy(notices(scope));
    key.addToResourcePolicy(logs(Stack.of(scope), logGroups));
  }

  /** Alarms and events are told through an encrypted topic. */
  private static PolicyStatement notices(Construct scope) {
    return PolicyStatement.Builder.create()
        .principals(
            List.of(
                Access.service(scope, "cloudwatch.amazonaws.com"),
                Access.service(scope, "events.amazonaws.com")))
        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
        .resources(List.of("*"))
        .build();
  }

  private static PolicyStatement logs(Stack stack, String logGroups) {
    String group =
        stack.formatArn(
            ArnComponents.builder()
                .service("logs")
                .resource("log-group:" + logGroups + "*")
                .build());
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

  /** Lets a role read what lies under the key. */
  void read(Role role) {
    role.addToPolicy(Access.allow(arn(), "kms:Decrypt", "kms:DescribeKey"));
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
