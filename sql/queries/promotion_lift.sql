-- Units a day of each product with a promotion against without, and the lift in percent. Days
-- count from the product's first sale in the days asked; a day without sales counts as none sold.
-- Parameters: first day, last day, last day again.
-- Reads: events -1..+15
WITH days AS (
  SELECT product_id, day, sum(units) AS units, sum(promoted_units) > 0 AS promoted
  FROM daily_demand
  WHERE day BETWEEN date(?) AND date(?)
  GROUP BY product_id, day
),
products AS (
  SELECT
    product_id,
    count_if(promoted) AS promoted_days,
    date_diff('day', min(day), date(?)) + 1 - count_if(promoted) AS other_days,
    coalesce(sum(units) FILTER (WHERE promoted), 0) AS promoted_units,
    coalesce(sum(units) FILTER (WHERE NOT promoted), 0) AS other_units
  FROM days
  GROUP BY product_id
)
SELECT
  product_id,
  promoted_days,
  CAST(promoted_units / promoted_days AS decimal(18, 2)) AS units_a_promoted_day,
  CAST(other_units / nullif(other_days, 0) AS decimal(18, 2)) AS units_another_day,
  CAST(100.0 * (promoted_units / promoted_days * other_days / nullif(other_units, 0) - 1) AS decimal(9, 1)) AS lift_percent
FROM products
WHERE promoted_days > 0
ORDER BY lift_percent DESC, product_id
