package io.shelfcast.aws;

import io.github.cdklabs.cdknag.NagSuppressions;
import io.shelfcast.lake.LakeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.services.athena.CfnWorkGroup;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kinesis.Stream;
import software.constructs.Construct;

/**
 * What those outside may do, as policies to attach to their roles: tills send, replenishment reads
 * targets and follows them, analysts ask.
 */
final class Users {
  private static final long BYTES_PER_GB = 1_000_000_000L;

  private final Construct scope;
  private final String name;
  private final DataKey key;

  Users(Construct scope, String name, DataKey key) {
    this.scope = scope;
    this.name = name;
    this.key = key;
  }

  /** Sends events; reads nothing. */
  void tills(Stream stream) {
    policy(
        "Tills",
        "Sends events of tills",
        List.of(
            Access.allow(stream.getStreamArn(), "kinesis:PutRecord", "kinesis:PutRecords"),
            Access.allow(key.arn(), "kms:GenerateDataKey")));
  }

  /** Reads targets and follows their changes; writes nothing. */
  void replenishment(TargetsTable targets) {
    policy(
        "Replenishment",
        "Reads inventory targets and follows their changes",
        List.of(
            Access.allow(
                List.of(targets.arn(), targets.indexArn()),
                "dynamodb:BatchGetItem",
                "dynamodb:GetItem",
                "dynamodb:Query"),
            Access.allow(
                targets.table().getTableStreamArn(),
                "dynamodb:DescribeStream",
                "dynamodb:GetRecords",
                "dynamodb:GetShardIterator"),
            Access.allow(key.arn(), "kms:Decrypt", "kms:DescribeKey")));
  }

  /** Asks in SQL what is in the lake, in a work group that bounds what a query may scan. */
  void analysts(
      LakeBucket bucket, LakeTables tables, List<SqlFolder.Statement> views, int queryLimitGb) {
    CfnWorkGroup group = workGroup(bucket, queryLimitGb);
    ManagedPolicy analysts =
        policy(
            "Analysts",
            "Queries the lake",
            List.of(
                Access.allow(
                    Access.arn(scope, "athena", "workgroup/" + group.getName()),
                    "athena:BatchGetNamedQuery",
                    "athena:BatchGetQueryExecution",
                    "athena:GetNamedQuery",
                    "athena:GetQueryExecution",
                    "athena:GetQueryResults",
                    "athena:GetWorkGroup",
                    "athena:ListNamedQueries",
                    "athena:ListQueryExecutions",
                    "athena:StartQueryExecution",
                    "athena:StopQueryExecution"),
                Access.allow(
                    catalogue(tables, views),
                    "glue:GetDatabase",
                    "glue:GetPartition",
                    "glue:GetPartitions",
                    "glue:GetTable",
                    "glue:GetTables"),
                Access.allow(bucket.arn(), "s3:GetBucketLocation"),
                Access.list(bucket.arn(), LakeBucket.LAKE, LakeBucket.QUERIES),
                Access.allow(bucket.rowObjects(), "s3:GetObject"),
                Access.allow(
                    bucket.objects(LakeBucket.QUERIES),
                    "s3:AbortMultipartUpload",
                    "s3:GetObject",
                    "s3:ListMultipartUploadParts",
                    "s3:PutObject"),
                Access.allow(key.arn(), "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey")));
    NagSuppressions.addResourceSuppressions(
        analysts, List.of(Suppressed.objectsBelowAFolder("Lake")));
  }

  private CfnWorkGroup workGroup(LakeBucket bucket, int queryLimitGb) {
    return CfnWorkGroup.Builder.create(scope, "WorkGroup")
        .name(name)
        .description("Queries of the lake")
        .workGroupConfiguration(
            CfnWorkGroup.WorkGroupConfigurationProperty.builder()
                .enforceWorkGroupConfiguration(true)
                .publishCloudWatchMetricsEnabled(true)
                .bytesScannedCutoffPerQuery(queryLimitGb * BYTES_PER_GB)
                .resultConfiguration(
                    CfnWorkGroup.ResultConfigurationProperty.builder()
                        .outputLocation(bucket.uri(LakeBucket.QUERIES) + "/")
                        .encryptionConfiguration(
                            CfnWorkGroup.EncryptionConfigurationProperty.builder()
                                .encryptionOption("SSE_KMS")
                                .kmsKey(key.arn())
                                .build())
                        .build())
                .build())
        .build();
  }

  private List<String> catalogue(LakeTables tables, List<SqlFolder.Statement> views) {
    List<String> arns = new ArrayList<>();
    arns.add(Access.arn(scope, "glue", "catalog"));
    arns.add(Access.arn(scope, "glue", "database/" + tables.database()));
    for (LakeTable table : LakeTable.values()) {
      arns.add(Access.arn(scope, "glue", "table/" + tables.database() + "/" + table.folder()));
    }
    for (SqlFolder.Statement view : views) {
      arns.add(Access.arn(scope, "glue", "table/" + tables.database() + "/" + view.name()));
    }
    return arns;
  }

  private ManagedPolicy policy(String id, String description, List<PolicyStatement> statements) {
    return ManagedPolicy.Builder.create(scope, id)
        .managedPolicyName(name + "-" + id.toLowerCase(Locale.ROOT))
        .description(description)
        .statements(statements)
        .build();
  }
}
