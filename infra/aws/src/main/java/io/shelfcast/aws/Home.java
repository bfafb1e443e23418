package io.shelfcast.aws;

import java.nio.file.Path;

/**
 * Where things lie in the sources.
 *
 * @param root of the sources
 */
record Home(Path root) {
  /** As the script {@code run} says. */
  static Home ofProcess() {
    return new Home(Path.of(System.getProperty("shelfcast.home", ".")).toAbsolutePath());
  }

  private Path module() {
    return root.resolve("infra/aws");
  }

  Path sizes() {
    return module().resolve("sizes.json");
  }

  /** What the CDK writes. */
  Path templates() {
    return module().resolve("target/cdk.out");
  }

  NodePackages packages() {
    return new NodePackages(module());
  }

  Path jobJar() {
    return root.resolve("stream-job/target/shelfcast-job.jar");
  }

  SqlFolder sql() {
    return new SqlFolder(root.resolve("sql"));
  }

  String maven() {
    return root.resolve("mvnw").toString();
  }
}
