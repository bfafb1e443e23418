-- What came back, and why, against what was sold in the same days.
-- Parameters: first day, last day, first day, last day.
-- Reads: events -1..+15
WITH returned AS (
  SELECT product_id, coalesce(reason, 'not said') AS reason, count(*) AS returns, sum(quantity) AS units
  FROM events
  WHERE day BETWEEN date(?) AND date(?) AND type = 'RETURN' AND fate = 'APPLIED'
  GROUP BY product_id, coalesce(reason, 'not said')
),
sold AS (
  SELECT product_id, sum(units) AS units
  FROM daily_demand
  WHERE day BETWEEN date(?) AND date(?)
  GROUP BY product_id
)
SELECT
  r.product_id,
  r.reason,
  r.returns,
  r.units AS returned_units,
  CAST(100.0 * r.units / nullif(s.units, 0) AS decimal(9, 1)) AS percent_of_sold
FROM returned r
LEFT JOIN sold s ON s.product_id = r.product_id
ORDER BY returned_units DESC, r.product_id, r.reason
