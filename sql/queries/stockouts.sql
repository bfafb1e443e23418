-- How often and how long each store-product was out of stock.
-- Parameters: first day, last day.
-- Reads: decisions 0..0
SELECT
  store_id,
  product_id,
  count_if(what = 'began') AS stockouts,
  CAST(sum(hours_empty) AS decimal(18, 1)) AS hours_empty
FROM stockout_history
WHERE day BETWEEN date(?) AND date(?)
GROUP BY store_id, product_id
ORDER BY hours_empty DESC, store_id, product_id
