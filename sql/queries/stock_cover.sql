-- How long the stock of each store-product lasts, as last published within the days asked; those
-- that run out first come first.
-- Parameters: first day, last day.
-- Reads: decisions 0..0
WITH newest AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY store_id, product_id ORDER BY generation DESC, closed_through DESC, bundle DESC, events_applied DESC, caught_up DESC, remote DESC) AS place
  FROM targets_history
  WHERE day BETWEEN date(?) AND date(?)
)
SELECT
  store_id,
  product_id,
  as_of,
  on_hand,
  on_order,
  days_of_supply,
  reorder_point,
  stockout_probability,
  at_risk,
  suggested_order_quantity
FROM newest
WHERE place = 1 AND on_hand IS NOT NULL
ORDER BY days_of_supply, store_id, product_id
