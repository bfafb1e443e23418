package io.shelfcast.aws;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.athena.CfnNamedQuery;
import software.constructs.Construct;

/**
 * What analysts and business see: the views and queries of {@code sql/} saved in Athena, and, where
 * an owner is named, a QuickSight dashboard over the views. Holds no data.
 */
final class AnalystsStack extends Stack {
  AnalystsStack(Construct scope, String id, StackProps props, Sizes sizes, SqlFolder sql) {
    super(scope, id, props);
    for (SqlFolder.Statement view : sql.views()) {
      save(sizes.name(), "view", view);
    }
    for (SqlFolder.Statement query : sql.queries()) {
      save(sizes.name(), "query", query);
    }
    if (!sizes.dashboard().owner().isEmpty()) {
      new BusinessDashboard(this, sizes, sql);
    }
  }

  private void save(String name, String kind, SqlFolder.Statement statement) {
    CfnNamedQuery.Builder.create(this, kind + statement.name())
        .name(kind + " " + statement.name())
        .description(statement.title())
        .database(name)
        .workGroup(name)
        .queryString(statement.text())
        .build();
  }
}
