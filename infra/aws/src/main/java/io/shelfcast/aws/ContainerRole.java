package io.shelfcast.aws;

import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/** What a container of the trainer may do wherever SageMaker runs it: start, log, read the lake. */
final class ContainerRole {
  private final Role role;
  private final DataStack data;

  ContainerRole(Construct scope, String id, String description, DataStack data) {
    this.data = data;
    role = Access.role(scope, id, "sagemaker.amazonaws.com", description);
    role.addToPolicy(
        Access.allow(
            data.trainers().getRepositoryArn(),
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer"));
    role.addToPolicy(Access.allow("*", "ecr:GetAuthorizationToken"));
    role.addToPolicy(
        Access.allow(
            Access.arn(scope, "logs", "log-group:/aws/sagemaker/*"),
            "logs:CreateLogGroup",
            "logs:CreateLogStream",
            "logs:DescribeLogStreams",
            "logs:PutLogEvents"));
    data.key().write(role);
    NagSuppressions.addResourceSuppressions(
        role,
        List.of(
            Suppressed.wildcard(
                "A token for the registry is for all of it; what may be pulled is named.",
                "/^Resource::\\*$/"),
            Suppressed.wildcard(
                "SageMaker names the log groups and streams of jobs itself.",
                "/^Resource::arn:.*:log-group:\\/aws\\/sagemaker\\/\\*$/"),
            Suppressed.objectsBelowAFolder("Lake")),
        true);
  }

  /** Lets it read the lake. */
  ContainerRole readLake() {
    allow(Access.allow(data.bucket().objects(LakeBucket.LAKE), "s3:GetObject"));
    allow(Access.list(data.bucket().arn(), LakeBucket.LAKE));
    allow(Access.allow(data.bucket().arn(), "s3:GetBucketLocation"));
    return this;
  }

  /** Lets it write, replace and delete objects. */
  ContainerRole write(List<String> objects) {
    allow(Access.allow(objects, "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"));
    return this;
  }

  private void allow(PolicyStatement statement) {
    role.addToPolicy(statement);
  }

  Role role() {
    return role;
  }
}
