package io.shelfcast.trainer.backtest;

import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.boost.TrainingFailed;
import io.shelfcast.trainer.origin.OriginModels;
import io.shelfcast.trainer.origin.OriginTraining;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesSource;
import java.util.Collection;

/**
 * What the sales of the morning are worth: forecasts made within a day from what had been sold by
 * then, against the midnight forecast of the same day by the same bundle, which was trained on
 * nothing later than its origin.
 *
 * @see IntradayDays how a day is looked at
 * @see PairedErrors what is counted
 */
public final class Intraday {
  private static final int WEEK = 7;

  private final SeriesSource source;
  private final TrainingSettings settings;
  private final Progress progress;

  /**
   * @param source of series made of sales at their hours
   */
  public Intraday(SeriesSource source, TrainingSettings settings, Progress progress) {
    this.source = source;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param originDays first day looked at after each origin, in days since the epoch
   * @param days looked at after each, up to the next origin
   * @throws TrainingFailed if too little is known before the first origin or after the last
   */
  public IntradayResult run(Collection<Integer> originDays, int days) {
    OriginModels models = new OriginTraining(source, settings, progress).train(originDays, days);
    IntradayTally tally =
        source
            .work(settings.threads(), progress)
            .each(
                "judging",
                IntradayTally::new,
                () -> {
                  IntradayDays of = new IntradayDays(models.bundles(), days, source.end());
                  return (series, into) -> judge(series, of, into);
                },
                IntradayTally::join);
    if (tally.days() == 0) {
      throw new TrainingFailed("no store-product had a full day after an origin", null);
    }
    return IntradayResult.of(source.name(), tally, settings.seed());
  }

  private void judge(Series series, IntradayDays days, IntradayTally into) {
    PairedErrors errors = new PairedErrors();
    int[] looks = new int[1];
    days.each(
        series,
        look -> {
          look.addTo(errors, look.openDay() + WEEK <= source.lastDay());
          looks[0] += look.instant() == 0 ? 1 : 0;
        });
    into.add(errors, looks[0]);
  }
}
