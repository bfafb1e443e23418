-- What is sold on the days of the week; 1 is Monday. days are those with any sale.
-- Parameters: first day, last day.
-- Reads: events -1..+15
SELECT
  day_of_week(day) AS weekday,
  count(DISTINCT day) AS days,
  sum(units) AS units,
  sum(revenue) AS revenue,
  CAST(sum(units) / count(DISTINCT day) AS decimal(18, 2)) AS units_a_day
FROM daily_demand
WHERE day BETWEEN date(?) AND date(?)
GROUP BY day_of_week(day)
ORDER BY weekday
