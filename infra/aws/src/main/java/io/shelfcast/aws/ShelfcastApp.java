package io.shelfcast.aws;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.util.Locale;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/**
 * The stacks of one deployment: the data, the application that works on it, and what analysts see.
 *
 * @param app holds them
 */
record ShelfcastApp(App app, DataStack data, ApplicationStack application, AnalystsStack analysts) {
  /**
   * Adds the stacks to an app, with the rules of cdk-nag over all of it.
   *
   * @param jar key of the job's jar in the lake's bucket
   * @param sql what analysts are given
   */
  static ShelfcastApp define(App app, Sizes sizes, String jar, SqlFolder sql) {
    StackProps kept =
        StackProps.builder()
            .env(environment(sizes))
            .terminationProtection(true)
            .description("Shelfcast: what outlives the application")
            .build();
    DataStack data = new DataStack(app, dataStack(sizes), kept, sizes, sql);
    StackProps made =
        StackProps.builder()
            .env(environment(sizes))
            .description("Shelfcast: the job, the trainer and what watches them")
            .build();
    ApplicationStack application =
        new ApplicationStack(app, applicationStack(sizes), made, sizes, data, jar);
    StackProps shown =
        StackProps.builder()
            .env(environment(sizes))
            .description("Shelfcast: saved queries and the dashboard for business")
            .build();
    AnalystsStack analysts = new AnalystsStack(app, analystsStack(sizes), shown, sizes, sql);
    analysts.addStackDependency(data);
    check(app);
    return new ShelfcastApp(app, data, application, analysts);
  }

  /** The account is that of whoever deploys: templates do not name it. */
  private static Environment environment(Sizes sizes) {
    return Environment.builder().region(sizes.region()).build();
  }

  /** Lets cdk-nag look at everything in an app when it is synthesised. */
  static void check(App app) {
    Aspects.of(app).add(new AwsSolutionsChecks(NagPackProps.builder().verbose(true).build()));
  }

  static String dataStack(Sizes sizes) {
    return capitalised(sizes.name()) + "Data";
  }

  static String applicationStack(Sizes sizes) {
    return capitalised(sizes.name()) + "Application";
  }

  static String analystsStack(Sizes sizes) {
    return capitalised(sizes.name()) + "Analysts";
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
