-- The newest target of each store-product that changed within the last 90 days.
-- Columns: store_id STRING, product_id STRING, as_of DATETIME, on_hand DECIMAL, days_of_supply DECIMAL, stockout_probability DECIMAL, suggested_order_quantity DECIMAL, at_risk INTEGER
WITH newest AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY store_id, product_id
      ORDER BY generation DESC, closed_through DESC, bundle DESC, events_applied DESC, caught_up DESC, remote DESC
    ) AS place
  FROM {database}.targets_history
  WHERE day >= date_add('day', -90, current_date)
)
SELECT
  store_id,
  product_id,
  as_of,
  on_hand,
  days_of_supply,
  stockout_probability,
  suggested_order_quantity,
  CASE WHEN at_risk THEN 1 ELSE 0 END AS at_risk
FROM newest
WHERE place = 1
