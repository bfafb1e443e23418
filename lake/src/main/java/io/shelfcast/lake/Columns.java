package io.shelfcast.lake;

import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.target.Measure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The columns of each lake table, derived from the enums that name fields and measures. */
final class Columns {
  /** Prefix of the columns that tell what stood before a decision. */
  static final String OLD = "old_";

  private static final Map<Field, String> FIELD_NAMES = fieldNames();

  private Columns() {}

  static List<Column> events() {
    List<Column> columns = new ArrayList<>();
    columns.add(required("type", ColumnType.TEXT, "kind of event: SALE, VOID, COUNT, …"));
    for (Field f : Field.values()) {
      boolean nullable = !EventType.COMMON.contains(f);
      columns.add(new Column(nameOf(f), typeOf(f), nullable, f.meaning()));
    }
    columns.add(required("fate", ColumnType.TEXT, "APPLIED, or TOO_OLD: kept but not applied"));
    columns.add(required("origin", ColumnType.TEXT, "LIVE or BACKFILL"));
    columns.add(required("arrived_at", ColumnType.INSTANT, "when it arrived on the stream"));
    columns.add(
        required("ordinal", ColumnType.COUNT, "n-th event applied to its key, in its generation"));
    columns.add(required("generation", ColumnType.COUNT, "of the job; 0 for back-fill"));
    return columns;
  }

  static List<Column> decisions() {
    List<Column> columns = new ArrayList<>();
    columns.add(required("store_id", ColumnType.TEXT, "the store"));
    columns.add(required("product_id", ColumnType.TEXT, "the product"));
    columns.add(required("reason", ColumnType.TEXT, "why the target was published"));
    columns.add(
        required("store_revision", ColumnType.COUNT, "STORE events of the store followed by then"));
    columns.add(
        new Column(
            "oldest_arrival",
            ColumnType.INSTANT,
            true,
            "wall-clock arrival of the oldest event since the last target was found to be still good"));
    columns.addAll(target("", false));
    columns.addAll(target(OLD, true));
    columns.add(new Column("feature_schema", ColumnType.TEXT, true, "hash of the feature schema"));
    columns.add(
        new Column("features", ColumnType.FLOATS, true, "31 rows of features, when sampled"));
    columns.add(
        new Column(
            "remote_forecast",
            ColumnType.FLOATS,
            true,
            "units on the open day and the 30 after it, where a model elsewhere made the forecast"));
    columns.add(
        new Column(
            "remote_as_of",
            ColumnType.INSTANT,
            true,
            "stream time that this forecast was made for"));
    columns.add(
        new Column(
            "remote_class", ColumnType.TEXT, true, "how regular the demand was that it saw"));
    return columns;
  }

  private static List<Column> target(String prefix, boolean old) {
    List<Column> columns = new ArrayList<>();
    String of = old ? "before: " : "";
    columns.add(
        new Column(prefix + "generation", ColumnType.COUNT, old, of + "generation of the job"));
    columns.add(
        new Column(prefix + "closed_through", ColumnType.DATE, old, of + "last closed day"));
    columns.add(
        new Column(prefix + "bundle", ColumnType.COUNT, old, of + "sequence of the model bundle"));
    columns.add(
        new Column(
            prefix + "events_applied", ColumnType.COUNT, old, of + "events applied to the key"));
    columns.add(
        new Column(
            prefix + "caught_up", ColumnType.FLAG, old, of + "forecast has seen these events"));
    columns.add(
        new Column(
            prefix + "remote",
            ColumnType.FLAG,
            true,
            of + "true where a model elsewhere made the forecast, else null"));
    columns.add(new Column(prefix + "as_of", ColumnType.INSTANT, old, of + "stream time"));
    columns.add(
        new Column(prefix + "at_risk", ColumnType.FLAG, old, of + "riskier than the level allows"));
    columns.add(
        new Column(
            prefix + "extended", ColumnType.FLAG, old, of + "interval reaches beyond 30 days"));
    for (Measure m : Measure.values()) {
      columns.add(
          new Column(prefix + nameOf(m), ColumnType.TEN_THOUSANDTHS, true, of + m.meaning()));
    }
    return columns;
  }

  static List<Column> refused() {
    return List.of(
        required("arrived_at", ColumnType.INSTANT, "when it arrived on the stream"),
        required("reason", ColumnType.TEXT, "why it is no event"),
        required("raw", ColumnType.BYTES, "the record as it came"));
  }

  private static Column required(String name, ColumnType type, String comment) {
    return new Column(name, type, false, comment);
  }

  static String nameOf(Field field) {
    return FIELD_NAMES.get(field);
  }

  /** FROM and TO are reserved words of SQL, so their columns say what they hold. */
  private static Map<Field, String> fieldNames() {
    Map<Field, String> names = new EnumMap<>(Field.class);
    for (Field f : Field.values()) {
      names.put(f, Column.snakeCase(f.json()));
    }
    names.put(Field.FROM, "from_time");
    names.put(Field.TO, "to_time");
    return names;
  }

  static String nameOf(Measure measure) {
    return Column.snakeCase(measure.json());
  }

  private static ColumnType typeOf(Field field) {
    switch (field.kind()) {
      case TEXT:
      case DATES:
        return ColumnType.TEXT;
      case INSTANT:
        return ColumnType.INSTANT;
      case DATE:
        return ColumnType.DATE;
      case QUANTITY:
      case SHARE:
      case DAYS:
        return ColumnType.TEN_THOUSANDTHS;
      case MONEY:
        return ColumnType.MONEY;
      case FLAG:
        return ColumnType.FLAG;
      default:
        throw new IllegalStateException("no column type for " + field.kind());
    }
  }
}
