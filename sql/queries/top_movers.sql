-- The twenty store-products that sold most, and their share of all revenue in percent.
-- Parameters: first day, last day.
-- Reads: events -1..+15
SELECT
  store_id,
  product_id,
  sum(units) AS units,
  sum(revenue) AS revenue,
  CAST(100.0 * sum(revenue) / sum(sum(revenue)) OVER () AS decimal(9, 1)) AS share_percent
FROM daily_demand
WHERE day BETWEEN date(?) AND date(?)
GROUP BY store_id, product_id
ORDER BY units DESC, store_id, product_id
LIMIT 20
