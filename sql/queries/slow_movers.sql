-- Stock that hardly moves: on hand as last published within the days asked, against units sold in
-- them; what did not sell at all comes first.
-- Parameters: first day, last day, first day, last day.
-- Reads: events -1..+15, decisions 0..0
WITH stock AS (
  SELECT
    store_id,
    product_id,
    max_by(on_hand, ROW(generation, closed_through, bundle, events_applied, caught_up, remote)) AS on_hand
  FROM targets_history
  WHERE day BETWEEN date(?) AND date(?)
  GROUP BY store_id, product_id
),
sold AS (
  SELECT store_id, product_id, sum(units) AS units, count_if(units > 0) AS days_with_sales
  FROM daily_demand
  WHERE day BETWEEN date(?) AND date(?)
  GROUP BY store_id, product_id
)
SELECT
  k.store_id,
  k.product_id,
  k.on_hand,
  coalesce(s.units, 0) AS units,
  coalesce(s.days_with_sales, 0) AS days_with_sales
FROM stock k
LEFT JOIN sold s ON s.store_id = k.store_id AND s.product_id = k.product_id
WHERE k.on_hand > 0
ORDER BY coalesce(s.units, 0) / k.on_hand, k.on_hand DESC, k.store_id, k.product_id
LIMIT 20
