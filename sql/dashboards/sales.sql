-- What was sold in the last 90 days.
-- Columns: day DATETIME, store_id STRING, product_id STRING, units DECIMAL, revenue DECIMAL, promoted_units DECIMAL
SELECT day, store_id, product_id, units, revenue, promoted_units
FROM {database}.daily_demand
WHERE day >= date_add('day', -90, current_date)
