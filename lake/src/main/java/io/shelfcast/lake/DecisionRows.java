package io.shelfcast.lake;

import io.shelfcast.forecast.Forecast;
import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Decisions as Parquet rows.
 *
 * @see LakeTable#DECISIONS
 */
public final class DecisionRows {
  static final RowFormat<ArchivedDecision, DecisionRowBuilder> FORMAT =
      new RowFormat<>(LakeTable.DECISIONS, cells(), DecisionRowBuilder::new, RowOrder.DECISIONS);

  private DecisionRows() {}

  /** A writer of one file; all its decisions must be of one {@link ArchivedDecision#dayOf day}. */
  public static ParquetWriter<Decision> writer(OutputFile file) throws IOException {
    return FORMAT.writer(file, ArchivedDecision::of);
  }

  /**
   * A reader of one file.
   *
   * @param name of the file, for messages
   * @throws LakeException if it is no complete file of decisions
   */
  public static RowReader<ArchivedDecision> reader(
      InputFile file, String name, int day, RowFilter filter) {
    return FORMAT.reader(file, name, day, filter);
  }

  private static List<Cell<ArchivedDecision, DecisionRowBuilder>> cells() {
    List<Cell<ArchivedDecision, DecisionRowBuilder>> cells = new ArrayList<>();
    Iterator<Column> columns = LakeTable.DECISIONS.columns().iterator();
    cells.add(
        new TextCell<>(columns.next(), r -> after(r).key().storeId(), (b, v) -> b.storeId = v));
    cells.add(
        new TextCell<>(columns.next(), r -> after(r).key().productId(), (b, v) -> b.productId = v));
    cells.add(
        new TextCell<>(columns.next(), r -> r.decision().reason().name(), (b, v) -> b.reason = v));
    cells.add(
        new NumberCell<>(
            columns.next(),
            r -> true,
            r -> r.decision().storeRevision(),
            (b, v) -> b.storeRevision = v));
    cells.add(
        new NumberCell<>(
            columns.next(),
            r -> r.decision().oldestArrival() != 0,
            r -> r.decision().oldestArrival(),
            (b, v) -> b.oldestArrival = v));
    addTarget(cells, columns, DecisionRows::after, b -> b.after);
    addTarget(cells, columns, r -> r.decision().before(), b -> b.before);
    cells.add(
        new TextCell<>(
            columns.next(), ArchivedDecision::featureSchema, (b, v) -> b.featureSchema = v));
    cells.add(
        new FloatsCell<>(columns.next(), r -> r.decision().features(), (b, v) -> b.features = v));
    cells.add(
        new FloatsCell<>(
            columns.next(), ofRemote(Forecast::daily), (b, v) -> b.remoteForecast = v));
    cells.add(
        new NumberCell<>(
            columns.next(),
            r -> r.decision().remoteForecast() != null,
            r -> r.decision().remoteForecast().asOf(),
            (b, v) -> b.remoteAsOf = v));
    cells.add(
        new TextCell<>(
            columns.next(),
            ofRemote(forecast -> forecast.demandClass().name()),
            (b, v) -> b.remoteClass = v));
    return cells;
  }

  private static <V> Function<ArchivedDecision, V> ofRemote(Function<Forecast, V> part) {
    return row -> {
      Forecast remote = row.decision().remoteForecast();
      return remote == null ? null : part.apply(remote);
    };
  }

  private static InventoryTarget after(ArchivedDecision row) {
    return row.decision().after();
  }

  private static void addTarget(
      List<Cell<ArchivedDecision, DecisionRowBuilder>> cells,
      Iterator<Column> columns,
      Function<ArchivedDecision, InventoryTarget> of,
      Function<DecisionRowBuilder, TargetColumns> into) {
    TargetCells add = new TargetCells(cells, columns, of, into);
    add.number(t -> t.version().generation(), (c, v) -> c.generation = v);
    add.number(t -> t.version().closedThroughDay(), (c, v) -> c.closedThroughDay = (int) v);
    add.number(t -> t.version().bundleSequence(), (c, v) -> c.bundleSequence = v);
    add.number(t -> t.version().eventsApplied(), (c, v) -> c.eventsApplied = v);
    add.number(t -> t.version().isCaughtUp() ? 1 : 0, (c, v) -> c.caughtUp = v != 0);
    add.flag(t -> t.version().isRemote(), c -> c.remote = true);
    add.number(InventoryTarget::asOf, (c, v) -> c.setAsOf(v));
    add.number(t -> t.atRisk() ? 1 : 0, (c, v) -> c.atRisk = v != 0);
    add.number(t -> t.extended() ? 1 : 0, (c, v) -> c.extended = v != 0);
    for (Measure m : Measure.values()) {
      add.measure(m);
    }
  }

  /** Adds the cells of one of a decision's two targets. */
  private static final class TargetCells {
    private final List<Cell<ArchivedDecision, DecisionRowBuilder>> cells;
    private final Iterator<Column> columns;
    private final Function<ArchivedDecision, InventoryTarget> of;
    private final Function<DecisionRowBuilder, TargetColumns> into;

    TargetCells(
        List<Cell<ArchivedDecision, DecisionRowBuilder>> cells,
        Iterator<Column> columns,
        Function<ArchivedDecision, InventoryTarget> of,
        Function<DecisionRowBuilder, TargetColumns> into) {
      this.cells = cells;
      this.columns = columns;
      this.of = of;
      this.into = into;
    }

    void number(ToLongFunction<InventoryTarget> get, ObjLongConsumer<TargetColumns> set) {
      cells.add(
          new NumberCell<>(
              columns.next(),
              r -> of.apply(r) != null,
              r -> get.applyAsLong(of.apply(r)),
              (b, v) -> set.accept(into.apply(b), v)));
    }

    /** A flag that is there where it is true. */
    void flag(Predicate<InventoryTarget> get, Consumer<TargetColumns> set) {
      cells.add(
          new NumberCell<>(
              columns.next(),
              r -> of.apply(r) != null && get.test(of.apply(r)),
              r -> 1,
              (b, v) -> set.accept(into.apply(b))));
    }

    void measure(Measure m) {
      cells.add(
          new NumberCell<>(
              columns.next(),
              r -> of.apply(r) != null && of.apply(r).has(m),
              r -> of.apply(r).get(m),
              (b, v) -> into.apply(b).measures[m.ordinal()] = v));
    }
  }
}
