package io.shelfcast.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.quicksight.CfnDashboard;
import software.amazon.awscdk.services.quicksight.CfnDashboard.DashboardVersionDefinitionProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.DataSetIdentifierDeclarationProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.SheetDefinitionProperty;
import software.amazon.awscdk.services.quicksight.CfnDataSource;

/**
 * The QuickSight dashboard for business: sales, stock, stockouts and how good forecasts are, each
 * from a data set of {@code sql/dashboards}, which QuickSight reads once a day.
 */
final class BusinessDashboard {
  private static final List<String> DASHBOARD_ACTIONS =
      List.of(
          "quicksight:DeleteDashboard",
          "quicksight:DescribeDashboard",
          "quicksight:DescribeDashboardPermissions",
          "quicksight:ListDashboardVersions",
          "quicksight:QueryDashboard",
          "quicksight:UpdateDashboard",
          "quicksight:UpdateDashboardPermissions",
          "quicksight:UpdateDashboardPublishedVersion");
  private static final List<String> SOURCE_ACTIONS =
      List.of(
          "quicksight:DeleteDataSource",
          "quicksight:DescribeDataSource",
          "quicksight:DescribeDataSourcePermissions",
          "quicksight:PassDataSource",
          "quicksight:UpdateDataSource",
          "quicksight:UpdateDataSourcePermissions");

  BusinessDashboard(Stack stack, Sizes sizes, SqlFolder sql) {
    String account = stack.getAccount();
    CfnDataSource source = source(stack, sizes, account);
    Map<String, String> dataSets = new TreeMap<>();
    for (SqlFolder.Statement statement : sql.dashboards()) {
      dataSets.put(statement.name(), new DashboardDataSet(stack, sizes, source, statement).arn());
    }
    CfnDashboard.Builder.create(stack, "Dashboard")
        .awsAccountId(account)
        .dashboardId(sizes.name())
        .name("Shelfcast")
        .permissions(
            List.of(
                CfnDashboard.ResourcePermissionProperty.builder()
                    .principal(sizes.dashboard().owner())
                    .actions(DASHBOARD_ACTIONS)
                    .build()))
        .definition(definition(dataSets))
        .build();
  }

  private static CfnDataSource source(Stack stack, Sizes sizes, String account) {
    return CfnDataSource.Builder.create(stack, "Lake")
        .awsAccountId(account)
        .dataSourceId(sizes.name())
        .name("Shelfcast's lake")
        .type("ATHENA")
        .dataSourceParameters(
            CfnDataSource.DataSourceParametersProperty.builder()
                .athenaParameters(
                    CfnDataSource.AthenaParametersProperty.builder()
                        .workGroup(sizes.name())
                        .build())
                .build())
        .permissions(
            List.of(
                CfnDataSource.ResourcePermissionProperty.builder()
                    .principal(sizes.dashboard().owner())
                    .actions(SOURCE_ACTIONS)
                    .build()))
        .build();
  }

  private static DashboardVersionDefinitionProperty definition(Map<String, String> dataSets) {
    List<DataSetIdentifierDeclarationProperty> declarations = new ArrayList<>();
    dataSets.forEach(
        (name, arn) ->
            declarations.add(
                DataSetIdentifierDeclarationProperty.builder()
                    .identifier(name)
                    .dataSetArn(arn)
                    .build()));
    return DashboardVersionDefinitionProperty.builder()
        .dataSetIdentifierDeclarations(declarations)
        .sheets(List.of(business(), forecasts()))
        .build();
  }

  private static SheetDefinitionProperty business() {
    Visuals sales = new Visuals("sales");
    Visuals stock = new Visuals("stock");
    return SheetDefinitionProperty.builder()
        .sheetId("business")
        .name("Sales and stock")
        .visuals(
            List.of(
                sales.byDay("Units sold a day", "day", "store_id", "units"),
                sales.byDay("Revenue a day", "day", "store_id", "revenue"),
                sales.ranked("Best sellers", "product_id", "units"),
                stock.ranked("Store-products at risk", "store_id", "at_risk"),
                new Visuals("stockouts")
                    .byDay("Hours with empty shelves", "day", "store_id", "hours_empty"),
                stock.table(
                    "To order",
                    List.of("store_id", "product_id"),
                    List.of(
                        "suggested_order_quantity",
                        "on_hand",
                        "days_of_supply",
                        "stockout_probability"))))
        .build();
  }

  private static SheetDefinitionProperty forecasts() {
    Visuals forecasts = new Visuals("forecasts");
    return SheetDefinitionProperty.builder()
        .sheetId("forecasts")
        .name("Forecasts")
        .visuals(
            List.of(
                forecasts.byDay("Forecast by horizon", "day", "horizon_days", "forecast_units"),
                forecasts.byDay("Sold over the same days", "day", "horizon_days", "actual_units"),
                forecasts.byDay("Error in units", "day", "horizon_days", "absolute_error"),
                forecasts.ranked("Error by store", "store_id", "absolute_error")))
        .build();
  }
}
