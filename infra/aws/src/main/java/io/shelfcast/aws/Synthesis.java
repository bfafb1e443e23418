package io.shelfcast.aws;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** The run of the CDK that turns stacks into templates; it needs Node.js and no account. */
final class Synthesis {
  private Synthesis() {}

  /**
   * An app that writes into a folder.
   *
   * @param out gets the templates
   */
  static App app(Path out) {
    return new App(
        AppProps.builder()
            .outdir(out.toString())
            .analyticsReporting(false)
            .treeMetadata(false)
            .postCliContext(
                Map.of(
                    "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
                    "@aws-cdk/aws-s3:createDefaultLoggingPolicy", true,
                    "@aws-cdk/aws-iam:minimizePolicies", true))
            .build());
  }
}
