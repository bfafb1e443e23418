package io.shelfcast.trainer.backtest;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.DemandClass;

/**
 * A series with the errors of its forecasts over all origins.
 *
 * @param demandClass at the last origin
 */
public record WorstSeries(StoreProductKey key, DemandClass demandClass, ErrorSums errors) {}
