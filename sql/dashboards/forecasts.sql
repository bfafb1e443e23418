-- Forecasts whose horizon ended within the last 90 days, beside what was sold.
-- Columns: day DATETIME, store_id STRING, horizon_days INTEGER, forecast_units DECIMAL, actual_units DECIMAL, absolute_error DECIMAL
WITH judged AS (
  SELECT
    day,
    store_id,
    product_id,
    horizon_days,
    max(forecast_units) AS forecast_units,
    sum(actual_units) AS actual_units
  FROM {database}.forecast_against_actual
  WHERE day BETWEEN date_add('day', -90, current_date) AND date_add('day', -2, current_date)
    AND target_day BETWEEN date_add('day', -90, current_date) AND date_add('day', -2, current_date)
  GROUP BY day, store_id, product_id, horizon_days
  HAVING count(*) = greatest(horizon_days, 1)
)
SELECT
  day,
  store_id,
  horizon_days,
  sum(forecast_units) AS forecast_units,
  sum(actual_units) AS actual_units,
  sum(abs(forecast_units - actual_units)) AS absolute_error
FROM judged
WHERE forecast_units IS NOT NULL
GROUP BY day, store_id, horizon_days
