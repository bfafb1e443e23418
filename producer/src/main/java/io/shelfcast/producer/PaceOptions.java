package io.shelfcast.producer;

import io.shelfcast.producer.timeline.Disturbance;
import io.shelfcast.producer.timeline.Pacer;
import io.shelfcast.producer.timeline.Ticks;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How fast the replay's clock runs, how often stores tick, and what goes wrong on the way. */
final class PaceOptions {
  @Option(
      names = "--speedup",
      paramLabel = "N|max",
      converter = Speed.class,
      description = "Seconds of the replay's clock in one second, or max.")
  private Double speedUp;

  @Option(
      names = "--tick",
      paramLabel = "TIME",
      converter = Time.class,
      description = {
        "Time between two ticks of a store, as 1m or 1h, by the replay's clock",
        "(default: 1m up to a speed-up of 60, 5m up to 600, 15m up to 3600, then 1h)."
      })
  private Duration tick;

  @Option(
      names = "--close-after",
      paramLabel = "TIME",
      converter = Time.class,
      defaultValue = "6h",
      description = {
        "How long stores go on ticking after the last midnight, so that the last day closes",
        "(default: ${DEFAULT-VALUE})."
      })
  private Duration closeAfter;

  @Option(
      names = "--late",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of sales that arrive up to three days late (default: ${DEFAULT-VALUE}).")
  private double late;

  @Option(
      names = "--too-old",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of sales that arrive after sixteen days (default: ${DEFAULT-VALUE}).")
  private double tooOld;

  @Option(
      names = "--duplicates",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of sales that arrive twice (default: ${DEFAULT-VALUE}).")
  private double duplicates;

  @Option(
      names = "--malformed",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of sales followed by a spoiled record (default: ${DEFAULT-VALUE}).")
  private double malformed;

  double speedUp(double otherwise) {
    return speedUp == null ? otherwise : speedUp;
  }

  boolean hasSpeedUp() {
    return speedUp != null;
  }

  Duration tick(double actualSpeedUp) {
    return tick == null ? Ticks.usualInterval(actualSpeedUp) : tick;
  }

  Duration closeAfter() {
    return closeAfter;
  }

  Disturbance disturbance(long seed) {
    return new Disturbance(seed, late, tooOld, duplicates, malformed);
  }

  /** Reads a speed-up. */
  static final class Speed implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      try {
        double speed = value.equals("max") ? Pacer.MAX_SPEED : Double.parseDouble(value);
        if (speed > 0) {
          return speed;
        }
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + value + "' is neither a number nor max");
      }
      throw new TypeConversionException("'" + value + "' is not above zero");
    }
  }

  /** Reads a time such as 90s, 15m or 1h. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      if (!value.matches("[1-9][0-9]{0,5}[smh]")) {
        throw new TypeConversionException("'" + value + "' is no time such as 90s, 15m or 1h");
      }
      return Duration.parse("PT" + value);
    }
  }
}
