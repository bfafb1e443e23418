import static io.trino.testing.TestingSession.testSessionBuilder;

import io.trino.plugin.hive.HivePlugin;
import io.trino.testing.StandaloneQueryRunner;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * A Trino over one folder, with tables as its file metastore says, until standard input ends. Run
 * from source by a JDK 25, so that the build needs no compiler of that version.
 */
public final class LakeServer {
  public static void main(String[] args) throws Exception {
    // Trino turns standard output into log lines.
    PrintStream out = System.out;
    try (StandaloneQueryRunner trino = new StandaloneQueryRunner(testSessionBuilder().build())) {
      trino.installPlugin(new HivePlugin());
      trino.createCatalog("awsdatacatalog", "hive", settings(args[0]));
      out.println("ready at " + trino.getCoordinator().getBaseUrl());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
    System.exit(0);
  }

  private static Map<String, String> settings(String root) {
    return Map.ofEntries(
        Map.entry("hive.metastore", "file"),
        Map.entry("hive.metastore.catalog.dir", "local:///metastore"),
        Map.entry("hive.metastore.version-compatibility", "UNSAFE_ASSUME_COMPATIBILITY"),
        Map.entry("hive.metastore.disable-location-checks", "true"),
        Map.entry("fs.local.enabled", "true"),
        Map.entry("local.location", root),
        Map.entry("hive.security", "allow-all"),
        // As Athena does with tables whose partitions are projected.
        Map.entry("hive.partition-projection-enabled", "true"),
        Map.entry("hive.ignore-absent-partitions", "true"),
        Map.entry("hive.table-statistics-enabled", "false"),
        // Whether days are pruned by a join must not depend on who is faster.
        Map.entry("hive.dynamic-filtering.wait-timeout", "20s"));
  }
}
