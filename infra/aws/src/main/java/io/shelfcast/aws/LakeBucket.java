package io.shelfcast.aws;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/**
 * The bucket of the lake. Beside the lake it holds the job's jar, what trainings leave behind and
 * what queries return, each in a folder of its own.
 */
final class LakeBucket {
  /** The lake, as the job and the trainer know it. */
  static final String LAKE = "lake";

  /** Jars of the job, by content. */
  static final String CODE = "code";

  /** What SageMaker keeps of each training. */
  static final String TRAINING = "training";

  /** Results of queries. */
  static final String QUERIES = "query-results";

  /** Folders of the lake that hold rows, and what says which files count. */
  static final List<String> ROWS = List.of("events", "decisions", "refused", "manifests", "links");

  private final Bucket bucket;

  LakeBucket(Construct scope, Key key, Sizes.Lake sizes) {
    Bucket access = accessLog(scope);
    bucket =
        Bucket.Builder.create(scope, "Lake")
            .encryption(BucketEncryption.KMS)
            .encryptionKey(key)
            .bucketKeyEnabled(true)
            .enforceSsl(true)
            .minimumTlsVersion(1.2)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .versioned(true)
            .serverAccessLogsBucket(access)
            .serverAccessLogsPrefix("lake/")
            .lifecycleRules(lifecycle(sizes))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    // By hand: the construct's own switch would bring a function with wide rights.
    ((CfnBucket) bucket.getNode().getDefaultChild())
        .addPropertyOverride(
            "NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled", true);
  }

  private static Bucket accessLog(Construct scope) {
    Bucket log =
        Bucket.Builder.create(scope, "AccessLog")
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .minimumTlsVersion(1.2)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .id("forget")
                        .expiration(Duration.days(90))
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    NagSuppressions.addResourceSuppressions(
        log,
        List.of(
            NagPackSuppression.builder()
                .id("AwsSolutions-S1")
                .reason("This bucket holds the access log; logging its own access would not end.")
                .build()));
    return log;
  }

  private static List<LifecycleRule> lifecycle(Sizes.Lake sizes) {
    return List.of(
        /* A job that is killed leaves uploads that nobody completes; a checkpoint it may be
        restored from can be days old, so they are not swept up at once. */
        LifecycleRule.builder()
            .id("orphan-uploads")
            .abortIncompleteMultipartUploadAfter(Duration.days(14))
            .build(),
        LifecycleRule.builder()
            .id("replaced-versions")
            .noncurrentVersionExpiration(Duration.days(30))
            .expiredObjectDeleteMarker(true)
            .build(),
        cold("cold-events", LAKE + "/events/", sizes.coldAfterDays()),
        cold("cold-decisions", LAKE + "/decisions/", sizes.coldAfterDays()),
        LifecycleRule.builder()
            .id("query-results")
            .prefix(QUERIES + "/")
            .expiration(Duration.days(7))
            .build());
  }

  private static LifecycleRule cold(String id, String prefix, int days) {
    return LifecycleRule.builder()
        .id(id)
        .prefix(prefix)
        .transitions(
            List.of(
                Transition.builder()
                    .storageClass(StorageClass.INFREQUENT_ACCESS)
                    .transitionAfter(Duration.days(days))
                    .build()))
        .build();
  }

  Bucket bucket() {
    return bucket;
  }

  String arn() {
    return bucket.getBucketArn();
  }

  String name() {
    return bucket.getBucketName();
  }

  /** All objects of a folder. */
  String objects(String folder) {
    return bucket.arnForObjects(folder + "/*");
  }

  /** Objects of the lake's folders that hold rows and what says which files count. */
  List<String> rowObjects() {
    return ROWS.stream().map(folder -> objects(LAKE + "/" + folder)).toList();
  }

  /** Root of the lake as tools name it. */
  String lakeUri() {
    return uri(LAKE);
  }

  String uri(String folder) {
    return "s3://" + name() + "/" + folder;
  }
}
