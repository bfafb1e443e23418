package io.shelfcast.aws;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * The jobs that run in the trainer's container by the clock: training, which reads the lake and
 * publishes a challenger that beats the bundle in force, and the lake's compaction.
 */
final class Trainer {
  private static final int SECONDS_PER_HOUR = 3600;

  private final Construct scope;
  private final DataStack data;
  private final Sizes sizes;

  Trainer(Construct scope, DataStack data, Sizes sizes) {
    this.scope = scope;
    this.data = data;
    this.sizes = sizes;
  }

  /** The container. */
  static String image(DataStack data, Sizes sizes) {
    return data.trainers().repositoryUriForTag(sizes.trainer().imageTag());
  }

  /** Training and publishing. */
  SageMakerJob training() {
    LakeBucket bucket = data.bucket();
    List<String> written =
        List.of(
            bucket.objects(LakeBucket.LAKE + "/models"),
            bucket.objects(LakeBucket.LAKE + "/manifests"),
            bucket.objects(LakeBucket.LAKE + "/links"),
            bucket.objects(LakeBucket.TRAINING));
    Role role = role("TrainingRole", "What a training may do", written);
    return scheduled(
        "Training",
        SageMakerKind.TRAINING,
        trainingRequest(role),
        role,
        sizes.trainer().schedule());
  }

  /** Making the lake's small files large. */
  SageMakerJob compaction() {
    Role role =
        role("CompactionRole", "What a compaction of the lake may do", data.bucket().rowObjects());
    return scheduled(
        "Compaction",
        SageMakerKind.PROCESSING,
        compactionRequest(role),
        role,
        sizes.compaction().schedule());
  }

  private Role role(String id, String description, List<String> written) {
    return new ContainerRole(scope, id, description, data).readLake().write(written).role();
  }

  private SageMakerJob scheduled(
      String id, SageMakerKind kind, Map<String, Object> request, Role role, String schedule) {
    String name = sizes.name() + "-" + id.toLowerCase(Locale.ROOT);
    SageMakerJob job = new SageMakerJob(scope, id, name, kind, request, role);
    job.schedule(id, schedule);
    return job;
  }

  private Map<String, Object> trainingRequest(Role role) {
    Sizes.Trainer size = sizes.trainer();
    return Map.of(
        "RoleArn", role.getRoleArn(),
        "AlgorithmSpecification",
            Map.of("TrainingImage", image(data, sizes), "TrainingInputMode", "File"),
        "Environment", environment(),
        "HyperParameters", Map.of("lake", data.bucket().lakeUri()),
        "OutputDataConfig",
            Map.of(
                "S3OutputPath",
                data.bucket().uri(LakeBucket.TRAINING) + "/",
                "KmsKeyId",
                data.key().arn()),
        "ResourceConfig",
            Map.of(
                "InstanceType", size.instance(),
                "InstanceCount", 1,
                "VolumeSizeInGB", size.volumeGb()),
        "StoppingCondition", atMost(size.mostHours()));
  }

  private Map<String, Object> compactionRequest(Role role) {
    Sizes.Compaction size = sizes.compaction();
    return Map.of(
        "RoleArn", role.getRoleArn(),
        "Environment", environment(),
        "AppSpecification",
            Map.of(
                "ImageUri", image(data, sizes),
                "ContainerArguments",
                    List.of("compact", "--lake", data.bucket().lakeUri(), "--grace", size.grace())),
        "ProcessingResources",
            Map.of(
                "ClusterConfig",
                Map.of(
                    "InstanceType", size.instance(),
                    "InstanceCount", 1,
                    "VolumeSizeInGB", size.volumeGb())),
        "StoppingCondition", atMost(size.mostHours()));
  }

  /** Where the lake's storage is asked. */
  private Map<String, String> environment() {
    return Map.of("AWS_REGION", sizes.region());
  }

  private static Map<String, Object> atMost(int hours) {
    return Map.of("MaxRuntimeInSeconds", hours * SECONDS_PER_HOUR);
  }
}
