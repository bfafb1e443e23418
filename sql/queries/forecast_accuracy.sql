-- How far forecasts were off, week by week (of the forecast) and by horizon: weighted absolute
-- error and bias in percent of what was sold. Only forecasts whose horizon has ended by the last
-- day count; let that be a day that is over.
-- Parameters: first day, last day, first day, last day.
-- Reads: events -1..+15, decisions 0..0
WITH judged AS (
  SELECT
    day,
    store_id,
    product_id,
    horizon_days,
    max(forecast_units) AS forecast_units,
    sum(actual_units) AS actual_units
  FROM forecast_against_actual
  WHERE day BETWEEN date(?) AND date(?) AND target_day BETWEEN date(?) AND date(?)
  GROUP BY day, store_id, product_id, horizon_days
  HAVING count(*) = greatest(horizon_days, 1)
)
SELECT
  horizon_days,
  date_trunc('week', day) AS week,
  count(*) AS forecasts,
  sum(forecast_units) AS forecast_units,
  sum(actual_units) AS actual_units,
  CAST(100.0 * sum(abs(forecast_units - actual_units)) / nullif(sum(actual_units), 0) AS decimal(9, 1)) AS wape_percent,
  CAST(100.0 * sum(forecast_units - actual_units) / nullif(sum(actual_units), 0) AS decimal(9, 1)) AS bias_percent
FROM judged
WHERE forecast_units IS NOT NULL
GROUP BY horizon_days, date_trunc('week', day)
ORDER BY horizon_days, week
