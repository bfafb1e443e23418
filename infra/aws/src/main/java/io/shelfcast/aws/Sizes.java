package io.shelfcast.aws;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All that differs from one deployment to the next: names, sizes, schedules, thresholds and prices,
 * as they stand in {@code infra/aws/sizes.json}. Nothing has a default and nothing may be added.
 *
 * @param name begins the names of the stacks and of what the account shares one space of names for;
 *     short, because SageMaker adds to it and allows 63 characters
 * @param table name of the table of targets
 */
public record Sizes(
    String name,
    String region,
    Stream stream,
    String table,
    Lake lake,
    Job job,
    Trainer trainer,
    Compaction compaction,
    Endpoint endpoint,
    Alarms alarms,
    Dashboard dashboard,
    Prices prices) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,14}");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  public Sizes {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name must be " + NAME + ", not " + name);
    }
  }

  /**
   * @param shards of the stream; 0 lets it scale by itself
   */
  public record Stream(String name, int shards, int retentionHours) {}

  /**
   * @param firstDay from which SQL engines look for partitions; ISO-8601
   * @param coldAfterDays age at which files move to storage for rare access
   * @param queryLimitGb that one query may scan
   */
  public record Lake(String firstDay, int coldAfterDays, int queryLimitGb) {
    public Lake {
      LocalDate.parse(firstDay);
    }
  }

  /**
   * @param settings of the job by group and key, as in {@code job.defaultZone}; those that name
   *     other resources are set by the stack
   */
  public record Job(
      int parallelism,
      int parallelismPerKpu,
      int checkpointSeconds,
      int logDays,
      Map<String, String> settings) {}

  /**
   * @param imageTag of the container in the repository that the data stack makes
   * @param schedule in UTC, as EventBridge writes it
   */
  public record Trainer(
      String imageTag, String schedule, String instance, int volumeGb, int mostHours) {}

  /**
   * @param schedule in UTC, as EventBridge writes it
   * @param grace how long readers may go on with what was replaced; ISO-8601
   */
  public record Compaction(
      String schedule, String instance, int volumeGb, int mostHours, String grace) {}

  /**
   * @param modelArchive key of what a training left in the bucket
   */
  public record Endpoint(boolean enabled, String instance, String modelArchive) {}

  /**
   * Thresholds; shares are between 0 and 1.
   *
   * @param email that alarms go to; empty for none
   * @param errorAgainstNaive day-ahead error over that of the same weekday a week before
   */
  public record Alarms(
      String email,
      double atRiskShare,
      double stockoutShare,
      double phantomShare,
      int lagMinutes,
      double refusedShare,
      int modelAgeDays,
      double errorAgainstNaive,
      double dollarsPerMillionEvents) {}

  /**
   * @param owner ARN of the QuickSight user that the dashboard for business belongs to; empty for
   *     no dashboard
   */
  public record Dashboard(String owner) {}

  /** In dollars, for the cost meter. */
  public record Prices(
      double kpuHour, double tableMillionWriteUnits, double streamHour, double streamGbIn) {}

  /**
   * Reads the file.
   *
   * @throws Problem naming the first thing that is wrong with it
   */
  public static Sizes read(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), Sizes.class);
    } catch (JacksonException e) {
      throw new Problem(file + ": " + e.getOriginalMessage() + ".", e);
    } catch (IOException e) {
      throw new Problem(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }
}
