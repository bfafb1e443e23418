package io.shelfcast.aws;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
                    "@aws-cdk/core:defaultCrossStackReferences", "strong",
                    "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
                    "@aws-cdk/aws-s3:createDefaultLoggingPolicy", true,
                    "@aws-cdk/aws-iam:minimizePolicies", true))
            .build());
  }

  /**
   * Writes the templates of a deployment.
   *
   * @param out gets them
   * @param jar key of the job's jar in the lake's bucket
   * @param sql what analysts are given
   * @throws Problem naming what cdk-nag or the CDK find wrong
   */
  static void write(Path out, Sizes sizes, String jar, SqlFolder sql) {
    ShelfcastApp.define(app(out), sizes, jar, sql).app().synth();
    try {
      List<String> findings = Findings.in(out);
      if (!findings.isEmpty()) {
        throw new Problem(
            "The stacks must not be deployed so:\n  " + String.join("\n  ", findings));
      }
    } catch (IOException e) {
      throw new Problem("What was synthesised cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
