package io.shelfcast.bench.freshness;

import io.shelfcast.job.JobSettings;
import io.shelfcast.job.RealConnectors;
import io.shelfcast.job.Setting;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.aws.TableAddress;
import io.shelfcast.job.aws.TargetSink;
import org.apache.flink.api.connector.sink2.Sink;

/** Stream, table and lake as in production, with an eye on what the table answers. */
final class MeasuredConnectors extends RealConnectors {
  private final JobSettings settings;
  private final SendingClock clock;

  MeasuredConnectors(JobSettings settings, SendingClock clock) {
    super(settings);
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Sink<TableWrite> targets() {
    TargetSink.TableOpener opener = TargetSink.opener(TableAddress.of(settings));
    SendingClock sending = clock;
    return new TargetSink(
        settings.text(Setting.TABLE), () -> new MeasuredTable(opener.open(), sending));
  }
}
