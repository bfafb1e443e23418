package io.shelfcast.local;

import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.PluginUtils;

/**
 * S3 as a file system of Flink, where the job's sinks write the lake. It is of another making than
 * the client of S3 in all else, and is told here what that one finds in the environment.
 */
final class FlinkS3 {
  private FlinkS3() {}

  /** Makes all file systems known that lie in {@code FLINK_PLUGINS_DIR}. */
  static void configure(Configuration flink) {
    endpoint()
        .ifPresent(
            address -> {
              flink.setString("s3.endpoint", address);
              flink.setString("s3.path.style.access", "true");
            });
    FileSystem.initialize(flink, PluginUtils.createPluginManagerFromRootFolder(flink));
  }

  /** Where all tools of AWS look for an S3 that is not Amazon's. */
  private static Optional<String> endpoint() {
    return Optional.ofNullable(System.getProperty("aws.endpointUrlS3"))
        .or(() -> Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL_S3")));
  }
}
