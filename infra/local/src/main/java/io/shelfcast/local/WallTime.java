package io.shelfcast.local;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as 90s, 5m or 1h. */
final class WallTime implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String value) {
    if (!value.matches("[1-9][0-9]{0,5}[smh]")) {
      throw new TypeConversionException("'" + value + "' is no time such as 90s, 5m or 1h");
    }
    return Duration.parse("PT" + value);
  }
}
