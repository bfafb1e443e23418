package io.shelfcast.trainer;

import io.shelfcast.trainer.boost.TrainingFailed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a training is asked for, on the command line or by SageMaker's hyperparameters.
 *
 * @param lake root of the lake; empty if it is an input channel
 * @param snapshot of the lake by name; empty for a fresh one
 * @param asOf last day that may be known; empty for all days
 * @param zone of stores that have not said theirs
 * @param mostRows to learn from
 */
public record TrainRequest(
    Optional<String> lake,
    Optional<String> snapshot,
    Optional<LocalDate> asOf,
    ZoneId zone,
    int mostRows,
    int seed,
    boolean force) {
  private static final Set<String> NAMES =
      Set.of("lake", "snapshot", "as-of", "zone", "most-rows", "seed", "force");

  /**
   * Reads hyperparameters; those that SageMaker adds for itself are passed over.
   *
   * @throws TrainingFailed naming all that is wrong in one sentence
   */
  public static TrainRequest of(Map<String, String> hyperparameters) {
    List<String> wrong = new ArrayList<>();
    Set<String> unknown = new TreeSet<>(hyperparameters.keySet());
    unknown.removeAll(NAMES);
    unknown.removeIf(name -> name.startsWith("sagemaker_") || name.startsWith("_"));
    unknown.forEach(name -> wrong.add(name + " is not known"));
    TrainRequest request =
        new TrainRequest(
            Optional.ofNullable(hyperparameters.get("lake")),
            Optional.ofNullable(hyperparameters.get("snapshot")),
            Optional.ofNullable(hyperparameters.get("as-of")).flatMap(text -> date(text, wrong)),
            zone(hyperparameters.getOrDefault("zone", "UTC"), wrong),
            whole("most-rows", hyperparameters, TrainingSettings.MOST_ROWS, wrong),
            whole("seed", hyperparameters, 1, wrong),
            flag(hyperparameters.getOrDefault("force", "false"), wrong));
    if (!wrong.isEmpty()) {
      throw new TrainingFailed("hyperparameters: " + String.join("; ", wrong), null);
    }
    return request;
  }

  private static Optional<LocalDate> date(String text, List<String> wrong) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      wrong.add("as-of is not a date: " + text);
      return Optional.empty();
    }
  }

  private static ZoneId zone(String text, List<String> wrong) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      wrong.add("zone is not a time zone: " + text);
      return ZoneId.of("UTC");
    }
  }

  private static int whole(
      String name, Map<String, String> hyperparameters, int otherwise, List<String> wrong) {
    String text = hyperparameters.getOrDefault(name, Integer.toString(otherwise));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      wrong.add(name + " is not a whole number: " + text);
      return otherwise;
    }
  }

  private static boolean flag(String text, List<String> wrong) {
    if (!text.equals("true") && !text.equals("false")) {
      wrong.add("force is neither true nor false: " + text);
    }
    return text.equals("true");
  }
}
