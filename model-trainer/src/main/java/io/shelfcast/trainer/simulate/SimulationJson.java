package io.shelfcast.trainer.simulate;

import static io.shelfcast.trainer.score.JsonFigures.put;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfcast.trainer.score.JsonFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** A simulation as JSON; a figure that is not known is null. */
public final class SimulationJson {
  private SimulationJson() {}

  /**
   * Writes the file.
   *
   * @param costs each a figure of every point
   * @param seconds the whole run took
   * @throws IOException if it cannot be written
   */
  public static void write(
      SimulationResult result, List<Costs> costs, double seconds, long peakMb, Path file)
      throws IOException {
    ObjectNode root = JsonFigures.object();
    root.put("data", result.data());
    root.put("from", LocalDate.ofEpochDay(result.from()).toString());
    root.put("through", LocalDate.ofEpochDay(result.through()).toString());
    root.put("storeProducts", result.series());
    root.put("days", result.days());
    terms(root.putObject("terms"), result.terms());
    ObjectNode policies = root.putObject("policies");
    result.frontiers().forEach((policy, f) -> policy(policies.putObject(policy.json()), f, costs));
    compared(root.putObject("stockAtEqualFill"), result.comparable());
    ArrayNode all = root.putArray("stockAtEqualFills");
    result.equalFills().forEach(one -> compared(all.addObject(), one));
    ArrayNode errors = root.putArray("errors");
    costs.forEach(c -> result.unfinished(c.holding(), c.shortage()).forEach(errors::add));
    put(root, "seconds", seconds);
    root.put("peakMemoryMb", peakMb);
    JsonFigures.write(root, file);
  }

  private static void terms(ObjectNode into, Terms terms) {
    into.put("leadTimeDays", terms.leadTimeDays());
    put(into, "leadTimeSdDays", terms.leadTimeSdDays());
    into.put("reviewPeriodDays", terms.reviewDays());
    put(into, "packSize", terms.packSize() / 10_000d);
  }

  private static void policy(ObjectNode into, Frontier frontier, List<Costs> costs) {
    ArrayNode points = into.putArray("frontier");
    for (Point p : frontier.points()) {
      ObjectNode point = points.addObject();
      put(point, "level", p.level());
      if (!Double.isNaN(p.z())) {
        put(point, "z", p.z());
      }
      put(point, "averageStock", p.averageStock());
      put(point, "fillRate", p.fillRate());
      put(point, "cycleService", p.cycleService());
      put(point, "covered", p.covered());
      put(point, "coveredBeforeRounding", p.coveredExactly());
      put(point, "daysOfSupply", p.daysOfSupply());
      put(point, "ordersPerReview", p.orders());
      costs.forEach(c -> put(point, "cost" + c.name(), p.cost(c.holding(), c.shortage())));
      put(point, "churn", p.churn());
      put(point, "moves", p.moves());
    }
    for (Costs c : costs) {
      known(into, "bestCost" + c.name(), frontier.leastCost(c.holding(), c.shortage()));
    }
  }

  private static void compared(ObjectNode into, SimulationResult.EqualFill equal) {
    put(into, "fillRate", equal.fillRate());
    for (OrderPolicy policy : OrderPolicy.values()) {
      known(into, policy.json(), equal.of(policy));
    }
    known(into, "bestOther", equal.bestOther());
    known(into, "saving", equal.saving());
  }

  private static void known(ObjectNode into, String name, OptionalDouble value) {
    put(into, name, value.orElse(Double.NaN));
  }
}
