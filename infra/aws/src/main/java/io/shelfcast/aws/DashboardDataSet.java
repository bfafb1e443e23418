package io.shelfcast.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.quicksight.CfnDataSet;
import software.amazon.awscdk.services.quicksight.CfnDataSource;
import software.amazon.awscdk.services.quicksight.CfnRefreshSchedule;

/**
 * One data set of the dashboard: a statement, the columns that its comment names, and a reading of
 * all of it each morning.
 */
final class DashboardDataSet {
  private static final Pattern COLUMNS = Pattern.compile("-- Columns: (.*)");
  private static final Pattern COLUMN = Pattern.compile("(\\w+) ([A-Z]+)");
  private static final String READ_AT = "05:00";
  private static final List<String> ACTIONS =
      List.of(
          "quicksight:CancelIngestion",
          "quicksight:CreateIngestion",
          "quicksight:DeleteDataSet",
          "quicksight:DescribeDataSet",
          "quicksight:DescribeDataSetPermissions",
          "quicksight:DescribeIngestion",
          "quicksight:ListIngestions",
          "quicksight:PassDataSet",
          "quicksight:UpdateDataSet",
          "quicksight:UpdateDataSetPermissions");

  private final CfnDataSet dataSet;

  DashboardDataSet(Stack stack, Sizes sizes, CfnDataSource source, SqlFolder.Statement statement) {
    String id = sizes.name() + "-" + statement.name();
    dataSet =
        CfnDataSet.Builder.create(stack, "DataSet" + statement.name())
            .awsAccountId(stack.getAccount())
            .dataSetId(id)
            .name(statement.title())
            .importMode("SPICE")
            .physicalTableMap(
                Map.of(
                    statement.name(),
                    CfnDataSet.PhysicalTableProperty.builder()
                        .customSql(
                            CfnDataSet.CustomSqlProperty.builder()
                                .dataSourceArn(source.getAttrArn())
                                .name(statement.name())
                                .sqlQuery(statement.text().replace("{database}", sizes.name()))
                                .columns(columns(statement))
                                .build())
                        .build()))
            .permissions(
                List.of(
                    CfnDataSet.ResourcePermissionProperty.builder()
                        .principal(sizes.dashboard().owner())
                        .actions(ACTIONS)
                        .build()))
            .build();
    readDaily(stack, id);
  }

  String arn() {
    return dataSet.getAttrArn();
  }

  private static List<CfnDataSet.InputColumnProperty> columns(SqlFolder.Statement statement) {
    List<CfnDataSet.InputColumnProperty> columns = new ArrayList<>();
    COLUMNS
        .matcher(statement.text())
        .results()
        .flatMap(line -> COLUMN.matcher(line.group(1)).results())
        .forEach(column -> columns.add(column(column)));
    if (columns.isEmpty()) {
      throw new Problem(statement.name() + ".sql names no columns.");
    }
    return columns;
  }

  private static CfnDataSet.InputColumnProperty column(MatchResult column) {
    return CfnDataSet.InputColumnProperty.builder()
        .name(column.group(1))
        .type(column.group(2))
        .build();
  }

  private void readDaily(Stack stack, String id) {
    CfnRefreshSchedule schedule =
        CfnRefreshSchedule.Builder.create(stack, "Daily" + id)
            .awsAccountId(stack.getAccount())
            .dataSetId(id)
            .schedule(
                CfnRefreshSchedule.RefreshScheduleMapProperty.builder()
                    .scheduleId("daily")
                    .refreshType("FULL_REFRESH")
                    .scheduleFrequency(
                        CfnRefreshSchedule.ScheduleFrequencyProperty.builder()
                            .interval("DAILY")
                            .timeOfTheDay(READ_AT)
                            .timeZone("UTC")
                            .build())
                    .build())
            .build();
    schedule.addResourceDependency(dataSet);
  }
}
