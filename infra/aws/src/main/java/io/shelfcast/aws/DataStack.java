package io.shelfcast.aws;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryEncryption;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kinesis.StreamEncryption;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.constructs.Construct;

/**
 * What outlives every version of the application: the stream, the lake and its tables, the table of
 * targets, the repository of trainers, and the key they lie under. Nothing in it is deleted with
 * it.
 */
final class DataStack extends Stack {
  /** Output that names the bucket. */
  static final String BUCKET_OUTPUT = "LakeBucketName";

  /** Output that says where the trainer's image is pushed to. */
  static final String REPOSITORY_OUTPUT = "TrainerRepository";

  private final DataKey key;
  private final Stream stream;
  private final LakeBucket bucket;
  private final TargetsTable targets;
  private final Repository trainers;

  /**
   * @param sql what analysts are given
   */
  DataStack(Construct scope, String id, StackProps props, Sizes sizes, SqlFolder sql) {
    super(scope, id, props);
    key = new DataKey(this, "/" + sizes.name() + "/");
    stream = stream(sizes.stream());
    bucket = new LakeBucket(this, key.key(), sizes.lake());
    LakeTables tables = new LakeTables(this, bucket, sizes.name(), sizes.lake().firstDay());
    targets = new TargetsTable(this, key.key(), sizes.table());
    trainers = trainers(sizes.name());
    Users users = new Users(this, sizes.name(), key);
    users.tills(stream);
    users.replenishment(targets);
    users.analysts(bucket, tables, sql.views(), sizes.lake().queryLimitGb());
    output(BUCKET_OUTPUT, bucket.name());
    output(REPOSITORY_OUTPUT, trainers.getRepositoryUri());
  }

  private Stream stream(Sizes.Stream sizes) {
    Stream.Builder builder =
        Stream.Builder.create(this, "PosEvents")
            .streamName(sizes.name())
            .encryption(StreamEncryption.KMS)
            .encryptionKey(key.key())
            .retentionPeriod(Duration.hours(sizes.retentionHours()))
            .removalPolicy(RemovalPolicy.RETAIN);
    Stream made =
        sizes.shards() == 0
            ? builder.streamMode(StreamMode.ON_DEMAND).build()
            : builder.streamMode(StreamMode.PROVISIONED).shardCount(sizes.shards()).build();
    NagSuppressions.addResourceSuppressions(
        made,
        List.of(
            NagPackSuppression.builder()
                .id("AwsSolutions-KDS3")
                .reason(
                    "What is sold is the customer's to lock: one key of theirs covers all of it.")
                .build()));
    return made;
  }

  private Repository trainers(String name) {
    return Repository.Builder.create(this, "Trainers")
        .repositoryName(name + "-trainer")
        .encryption(RepositoryEncryption.KMS)
        .encryptionKey(key.key())
        .imageScanOnPush(true)
        .imageTagMutability(TagMutability.IMMUTABLE)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private void output(String id, String value) {
    CfnOutput.Builder.create(this, id).value(value).build();
  }

  DataKey key() {
    return key;
  }

  Stream stream() {
    return stream;
  }

  LakeBucket bucket() {
    return bucket;
  }

  TargetsTable targets() {
    return targets;
  }

  Repository trainers() {
    return trainers;
  }
}
