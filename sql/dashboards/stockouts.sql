-- Stockouts that began in the last 90 days, and hours with empty shelves.
-- Columns: day DATETIME, store_id STRING, product_id STRING, stockouts INTEGER, hours_empty DECIMAL
SELECT
  day,
  store_id,
  product_id,
  count_if(what = 'began') AS stockouts,
  sum(hours_empty) AS hours_empty
FROM {database}.stockout_history
WHERE day >= date_add('day', -90, current_date)
GROUP BY day, store_id, product_id
