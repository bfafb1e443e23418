-- What each store sold: units, revenue, products.
-- Parameters: first day, last day.
-- Reads: events -1..+15
SELECT
  store_id,
  count(DISTINCT product_id) AS products,
  sum(units) AS units,
  sum(revenue) AS revenue,
  sum(voided_units) AS voided_units
FROM daily_demand
WHERE day BETWEEN date(?) AND date(?)
GROUP BY store_id
ORDER BY revenue DESC, store_id
