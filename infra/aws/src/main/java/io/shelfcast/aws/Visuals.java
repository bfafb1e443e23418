package io.shelfcast.aws;

import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.services.quicksight.CfnDashboard.BarChartAggregatedFieldWellsProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.BarChartConfigurationProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.BarChartFieldWellsProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.BarChartVisualProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.CategoricalDimensionFieldProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.ColumnIdentifierProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.DateDimensionFieldProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.DimensionFieldProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.LineChartAggregatedFieldWellsProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.LineChartConfigurationProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.LineChartFieldWellsProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.LineChartVisualProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.MeasureFieldProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.NumericalAggregationFunctionProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.NumericalDimensionFieldProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.NumericalMeasureFieldProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.ShortFormatTextProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.TableAggregatedFieldWellsProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.TableConfigurationProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.TableFieldWellsProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.TableVisualProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.VisualProperty;
import software.amazon.awscdk.services.quicksight.CfnDashboard.VisualTitleLabelOptionsProperty;

/** Charts and tables over one data set, with sums of its measures. */
final class Visuals {
  private final String dataSet;

  Visuals(String dataSet) {
    this.dataSet = dataSet;
  }

  /** A line for each value of a column, over days. */
  VisualProperty byDay(String title, String day, String line, String measure) {
    LineChartAggregatedFieldWellsProperty wells =
        LineChartAggregatedFieldWellsProperty.builder()
            .category(List.of(date(title, day)))
            .colors(List.of(line.endsWith("_days") ? number(title, line) : text(title, line)))
            .values(List.of(sum(title, measure)))
            .build();
    return VisualProperty.builder()
        .lineChartVisual(
            LineChartVisualProperty.builder()
                .visualId(id(title))
                .title(titled(title))
                .chartConfiguration(
                    LineChartConfigurationProperty.builder()
                        .fieldWells(
                            LineChartFieldWellsProperty.builder()
                                .lineChartAggregatedFieldWells(wells)
                                .build())
                        .build())
                .build())
        .build();
  }

  /** A bar for each value of a column. */
  VisualProperty ranked(String title, String bar, String measure) {
    BarChartAggregatedFieldWellsProperty wells =
        BarChartAggregatedFieldWellsProperty.builder()
            .category(List.of(text(title, bar)))
            .values(List.of(sum(title, measure)))
            .build();
    return VisualProperty.builder()
        .barChartVisual(
            BarChartVisualProperty.builder()
                .visualId(id(title))
                .title(titled(title))
                .chartConfiguration(
                    BarChartConfigurationProperty.builder()
                        .orientation("HORIZONTAL")
                        .fieldWells(
                            BarChartFieldWellsProperty.builder()
                                .barChartAggregatedFieldWells(wells)
                                .build())
                        .build())
                .build())
        .build();
  }

  /** A row for each combination of some columns. */
  VisualProperty table(String title, List<String> rows, List<String> measures) {
    TableAggregatedFieldWellsProperty wells =
        TableAggregatedFieldWellsProperty.builder()
            .groupBy(rows.stream().map(column -> text(title, column)).toList())
            .values(measures.stream().map(column -> sum(title, column)).toList())
            .build();
    return VisualProperty.builder()
        .tableVisual(
            TableVisualProperty.builder()
                .visualId(id(title))
                .title(titled(title))
                .chartConfiguration(
                    TableConfigurationProperty.builder()
                        .fieldWells(
                            TableFieldWellsProperty.builder()
                                .tableAggregatedFieldWells(wells)
                                .build())
                        .build())
                .build())
        .build();
  }

  private static String id(String title) {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static VisualTitleLabelOptionsProperty titled(String title) {
    return VisualTitleLabelOptionsProperty.builder()
        .visibility("VISIBLE")
        .formatText(ShortFormatTextProperty.builder().plainText(title).build())
        .build();
  }

  private DimensionFieldProperty date(String title, String name) {
    return DimensionFieldProperty.builder()
        .dateDimensionField(
            DateDimensionFieldProperty.builder()
                .fieldId(field(title, name))
                .column(column(name))
                .dateGranularity("DAY")
                .build())
        .build();
  }

  private DimensionFieldProperty text(String title, String name) {
    return DimensionFieldProperty.builder()
        .categoricalDimensionField(
            CategoricalDimensionFieldProperty.builder()
                .fieldId(field(title, name))
                .column(column(name))
                .build())
        .build();
  }

  private DimensionFieldProperty number(String title, String name) {
    return DimensionFieldProperty.builder()
        .numericalDimensionField(
            NumericalDimensionFieldProperty.builder()
                .fieldId(field(title, name))
                .column(column(name))
                .build())
        .build();
  }

  private MeasureFieldProperty sum(String title, String name) {
    return MeasureFieldProperty.builder()
        .numericalMeasureField(
            NumericalMeasureFieldProperty.builder()
                .fieldId(field(title, name))
                .column(column(name))
                .aggregationFunction(
                    NumericalAggregationFunctionProperty.builder()
                        .simpleNumericalAggregation("SUM")
                        .build())
                .build())
        .build();
  }

  /** Fields have names of their own, unique in a dashboard. */
  private static String field(String title, String name) {
    return id(title) + "." + name;
  }

  private ColumnIdentifierProperty column(String name) {
    return ColumnIdentifierProperty.builder().dataSetIdentifier(dataSet).columnName(name).build();
  }
}
