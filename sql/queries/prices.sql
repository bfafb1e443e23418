-- The mean price paid for each product week by week, its change, and what was sold at it.
-- Parameters: first day (a Monday), last day (a Sunday).
-- Reads: events -1..+15
WITH weeks AS (
  SELECT
    product_id,
    date_trunc('week', day) AS week,
    sum(units) AS units,
    CAST(sum(revenue) / sum(priced_units) AS decimal(18, 2)) AS mean_price
  FROM daily_demand
  WHERE day BETWEEN date(?) AND date(?) AND priced_units > 0
  GROUP BY product_id, date_trunc('week', day)
)
SELECT
  product_id,
  week,
  mean_price,
  mean_price - lag(mean_price) OVER (PARTITION BY product_id ORDER BY week) AS price_change,
  units,
  units - lag(units) OVER (PARTITION BY product_id ORDER BY week) AS units_change
FROM weeks
ORDER BY product_id, week
