-- How much above or below the mean day each weekday of each month is; 1 is a mean day.
-- Parameters: first day, last day. A whole year or more says most.
-- Reads: events -1..+15
WITH days AS (
  SELECT day, sum(units) AS units
  FROM daily_demand
  WHERE day BETWEEN date(?) AND date(?)
  GROUP BY day
)
SELECT
  month(day) AS month,
  day_of_week(day) AS weekday,
  count(*) AS days,
  CAST(avg(CAST(units AS double)) / (SELECT avg(CAST(units AS double)) FROM days) AS decimal(9, 2)) AS seasonal_index
FROM days
GROUP BY month(day), day_of_week(day)
ORDER BY month, weekday
