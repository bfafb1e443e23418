package io.shelfcast.aws;

import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplicationCloudWatchLoggingOption;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplicationCloudWatchLoggingOption.CloudWatchLoggingOptionProperty;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.LogStream;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** What the job may do, and where it logs: it reads the stream and bundles, and writes the rest. */
final class StreamJobRole {
  private static final String LOG_STREAM = "job";

  private final Role role;
  private final LogGroup log;

  StreamJobRole(Construct scope, DataStack data, Sizes sizes, String jar) {
    role =
        Access.role(
            scope, "JobRole", "kinesisanalytics.amazonaws.com", "What the streaming job may do");
    log =
        LogGroup.Builder.create(scope, "JobLog")
            .logGroupName("/" + sizes.name() + "/job")
            .encryptionKey(data.key().key())
            .retention(retention(sizes.job().logDays()))
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    readStream(data);
    useLake(data, jar);
    role.addToPolicy(Access.allow(data.targets().arn(), "dynamodb:PutItem"));
    data.key().write(role);
    writeLog(scope);
    NagSuppressions.addResourceSuppressions(
        role, List.of(Suppressed.objectsBelowAFolder("Lake")), true);
  }

  private void readStream(DataStack data) {
    role.addToPolicy(
        Access.allow(
            data.stream().getStreamArn(),
            "kinesis:DescribeStream",
            "kinesis:DescribeStreamSummary",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards"));
  }

  /** Bundles are read only: nobody who took over the job could plant one. */
  private void useLake(DataStack data, String jar) {
    LakeBucket bucket = data.bucket();
    role.addToPolicy(
        Access.allow(bucket.bucket().arnForObjects(jar), "s3:GetObject", "s3:GetObjectVersion"));
    role.addToPolicy(
        Access.allow(bucket.arn(), "s3:GetBucketLocation", "s3:ListBucketMultipartUploads"));
    role.addToPolicy(Access.list(bucket.arn(), LakeBucket.LAKE));
    role.addToPolicy(Access.allow(bucket.objects(LakeBucket.LAKE), "s3:GetObject"));
    role.addToPolicy(
        Access.allow(
            bucket.rowObjects(),
            "s3:AbortMultipartUpload",
            "s3:DeleteObject",
            "s3:ListMultipartUploadParts",
            "s3:PutObject"));
  }

  private void writeLog(Construct scope) {
    role.addToPolicy(Access.allow(streamArn(scope), "logs:PutLogEvents"));
    role.addToPolicy(
        Access.allow(
            Access.arn(scope, "logs", "log-group:" + log.getLogGroupName()),
            "logs:DescribeLogStreams"));
    role.addToPolicy(
        Access.allow(Access.arn(scope, "logs", "log-group:*"), "logs:DescribeLogGroups"));
    NagSuppressions.addResourceSuppressions(
        role,
        List.of(
            Suppressed.wildcard(
                "Log groups can be listed all together only.",
                "/^Resource::arn:.*:log-group:\\*$/")),
        true);
  }

  private String streamArn(Construct scope) {
    return Access.arn(
        scope, "logs", "log-group:" + log.getLogGroupName() + ":log-stream:" + LOG_STREAM);
  }

  /** Sends the application's log to its group. */
  void logTo(Construct scope, CfnApplication application) {
    LogStream stream =
        LogStream.Builder.create(scope, "JobLogStream")
            .logGroup(log)
            .logStreamName(LOG_STREAM)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    CfnApplicationCloudWatchLoggingOption option =
        CfnApplicationCloudWatchLoggingOption.Builder.create(scope, "JobLogging")
            .applicationName(application.getRef())
            .cloudWatchLoggingOption(
                CloudWatchLoggingOptionProperty.builder().logStreamArn(streamArn(scope)).build())
            .build();
    option.getNode().addDependency(stream);
  }

  private static RetentionDays retention(int days) {
    return switch (days) {
      case 7 -> RetentionDays.ONE_WEEK;
      case 30 -> RetentionDays.ONE_MONTH;
      case 90 -> RetentionDays.THREE_MONTHS;
      case 365 -> RetentionDays.ONE_YEAR;
      default -> throw new Problem("job.logDays must be 7, 30, 90 or 365, not " + days + ".");
    };
  }

  Role role() {
    return role;
  }
}
