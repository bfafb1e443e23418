package io.shelfcast.aws;

import io.shelfcast.job.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.ApplicationCodeConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.ApplicationConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.ApplicationRestoreConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.ApplicationSnapshotConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.ApplicationSystemRollbackConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.CheckpointConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.CodeContentProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.EnvironmentPropertiesProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.FlinkApplicationConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.FlinkRunConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.MonitoringConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.ParallelismConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.PropertyGroupProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.RunConfigurationProperty;
import software.amazon.awscdk.services.kinesisanalyticsv2.CfnApplication.S3ContentLocationProperty;
import software.constructs.Construct;

/**
 * The Flink job under the managed service. CloudFormation creates it stopped; {@code ./run deploy}
 * starts it.
 */
final class StreamJob {
  private final Role role;
  private final CfnApplication application;

  /**
   * @param jar key of the job's jar in the lake's bucket
   */
  StreamJob(Construct scope, DataStack data, Sizes sizes, String jar) {
    StreamJobRole rights = new StreamJobRole(scope, data, sizes, jar);
    role = rights.role();
    application =
        CfnApplication.Builder.create(scope, "Job")
            .applicationName(sizes.name())
            .applicationDescription("From events of the tills to inventory targets")
            .runtimeEnvironment("FLINK-1_20")
            .serviceExecutionRole(role.getRoleArn())
            .applicationConfiguration(
                ApplicationConfigurationProperty.builder()
                    .applicationCodeConfiguration(code(data, jar))
                    .applicationSnapshotConfiguration(
                        ApplicationSnapshotConfigurationProperty.builder()
                            .snapshotsEnabled(true)
                            .build())
                    .applicationSystemRollbackConfiguration(
                        ApplicationSystemRollbackConfigurationProperty.builder()
                            .rollbackEnabled(true)
                            .build())
                    .environmentProperties(settings(data, sizes))
                    .flinkApplicationConfiguration(flink(sizes.job()))
                    .build())
            .runConfiguration(resuming())
            .build();
    // The service checks the role's rights when it makes the application.
    application.getNode().addDependency(role);
    rights.logTo(scope, application);
  }

  private static ApplicationCodeConfigurationProperty code(DataStack data, String jar) {
    return ApplicationCodeConfigurationProperty.builder()
        .codeContentType("ZIPFILE")
        .codeContent(
            CodeContentProperty.builder()
                .s3ContentLocation(
                    S3ContentLocationProperty.builder()
                        .bucketArn(data.bucket().arn())
                        .fileKey(jar)
                        .build())
                .build())
        .build();
  }

  /** An upgraded job goes on from the snapshot that the service takes before it stops the old. */
  private static RunConfigurationProperty resuming() {
    return RunConfigurationProperty.builder()
        .applicationRestoreConfiguration(
            ApplicationRestoreConfigurationProperty.builder()
                .applicationRestoreType("RESTORE_FROM_LATEST_SNAPSHOT")
                .build())
        .flinkRunConfiguration(
            FlinkRunConfigurationProperty.builder().allowNonRestoredState(false).build())
        .build();
  }

  private static FlinkApplicationConfigurationProperty flink(Sizes.Job sizes) {
    return FlinkApplicationConfigurationProperty.builder()
        .checkpointConfiguration(
            CheckpointConfigurationProperty.builder()
                .configurationType("CUSTOM")
                .checkpointingEnabled(true)
                .checkpointInterval(sizes.checkpointSeconds() * 1000)
                .minPauseBetweenCheckpoints(5000)
                .build())
        .monitoringConfiguration(
            MonitoringConfigurationProperty.builder()
                .configurationType("CUSTOM")
                .logLevel("INFO")
                .metricsLevel("APPLICATION")
                .build())
        .parallelismConfiguration(
            ParallelismConfigurationProperty.builder()
                .configurationType("CUSTOM")
                .parallelism(sizes.parallelism())
                .parallelismPerKpu(sizes.parallelismPerKpu())
                .autoScalingEnabled(true)
                .build())
        .build();
  }

  /** The job's settings as property groups: names of resources from here, the rest from sizes. */
  private static EnvironmentPropertiesProperty settings(DataStack data, Sizes sizes) {
    Map<String, Map<String, String>> groups = new TreeMap<>();
    sizes.job().settings().forEach((path, value) -> put(groups, path, value));
    put(groups, Setting.STREAM.path(), data.stream().getStreamName());
    put(groups, Setting.SOURCE_REGION.path(), Stack.of(data).getRegion());
    put(groups, Setting.TABLE.path(), data.targets().name());
    put(groups, Setting.TARGETS_REGION.path(), Stack.of(data).getRegion());
    put(groups, Setting.LAKE_ROOT.path(), data.bucket().lakeUri());
    if (sizes.endpoint().enabled()) {
      put(groups, Setting.SCORING_NAME.path(), sizes.name());
      put(groups, Setting.SCORING_REGION.path(), Stack.of(data).getRegion());
    }
    List<PropertyGroupProperty> properties = new ArrayList<>();
    groups.forEach(
        (group, values) ->
            properties.add(
                PropertyGroupProperty.builder()
                    .propertyGroupId(group)
                    .propertyMap(values)
                    .build()));
    return EnvironmentPropertiesProperty.builder().propertyGroups(properties).build();
  }

  private static void put(Map<String, Map<String, String>> groups, String path, String value) {
    int dot = path.indexOf('.');
    if (dot < 1) {
      throw new Problem(
          "job.settings: " + path + " must be a group and a key, as in job.defaultZone.");
    }
    groups
        .computeIfAbsent(path.substring(0, dot), any -> new TreeMap<>())
        .put(path.substring(dot + 1), value);
  }

  /** Name of the application. */
  String name() {
    return application.getRef();
  }

  Role role() {
    return role;
  }
}
