-- Week by week, from Monday: units, revenue, and the change of units on the week before in percent.
-- Parameters: first day (a Monday), last day (a Sunday).
-- Reads: events -1..+15
WITH weeks AS (
  SELECT date_trunc('week', day) AS week, sum(units) AS units, sum(revenue) AS revenue
  FROM daily_demand
  WHERE day BETWEEN date(?) AND date(?)
  GROUP BY date_trunc('week', day)
)
SELECT
  week,
  units,
  revenue,
  CAST(100.0 * (units - lag(units) OVER (ORDER BY week)) / lag(units) OVER (ORDER BY week) AS decimal(9, 1)) AS units_change_percent
FROM weeks
ORDER BY week
