-- What each product sold, over all stores.
-- Parameters: first day, last day.
-- Reads: events -1..+15
SELECT
  product_id,
  count(DISTINCT store_id) AS stores,
  sum(sales) AS sales,
  sum(units) AS units,
  sum(revenue) AS revenue
FROM daily_demand
WHERE day BETWEEN date(?) AND date(?)
GROUP BY product_id
ORDER BY revenue DESC, product_id
