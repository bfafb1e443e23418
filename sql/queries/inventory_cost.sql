-- What the safety stock of each store costs a day under the targets at the end of the days asked,
-- against the targets that stood before them, and the mean stockout probability of both. Priced at
-- the mean price paid in these days; store-products without a priced sale in them are left out.
-- Parameters: first day, last day, first day, last day, yearly cost of money bound in stock as a
-- share (as '0.25').
-- Reads: events -1..+15, decisions 0..0
WITH changes AS (
  SELECT
    store_id,
    product_id,
    min_by(coalesce(old_safety_stock, safety_stock), ROW(generation, closed_through, bundle, events_applied, caught_up, coalesce(remote, false))) AS old_safety_stock,
    min_by(coalesce(old_stockout_probability, stockout_probability), ROW(generation, closed_through, bundle, events_applied, caught_up, coalesce(remote, false))) AS old_probability,
    max_by(safety_stock, ROW(generation, closed_through, bundle, events_applied, caught_up, coalesce(remote, false))) AS safety_stock,
    max_by(stockout_probability, ROW(generation, closed_through, bundle, events_applied, caught_up, coalesce(remote, false))) AS probability
  FROM decisions
  WHERE day BETWEEN date(?) AND date(?)
  GROUP BY store_id, product_id
),
prices AS (
  SELECT store_id, product_id, CAST(sum(revenue) / sum(priced_units) AS double) AS price
  FROM daily_demand
  WHERE day BETWEEN date(?) AND date(?) AND priced_units > 0
  GROUP BY store_id, product_id
)
SELECT
  c.store_id,
  count(*) AS store_products,
  CAST(sum(c.old_safety_stock * p.price) AS decimal(18, 2)) AS old_stock_value,
  CAST(sum(c.safety_stock * p.price) AS decimal(18, 2)) AS stock_value,
  CAST(sum(c.old_safety_stock * p.price) * rate.a_year / 365 AS decimal(18, 2)) AS old_cost_a_day,
  CAST(sum(c.safety_stock * p.price) * rate.a_year / 365 AS decimal(18, 2)) AS cost_a_day,
  CAST(avg(c.old_probability) AS decimal(5, 4)) AS old_stockout_probability,
  CAST(avg(c.probability) AS decimal(5, 4)) AS stockout_probability
FROM changes c
JOIN prices p ON p.store_id = c.store_id AND p.product_id = c.product_id
CROSS JOIN (SELECT CAST(? AS double) AS a_year) rate
GROUP BY c.store_id, rate.a_year
ORDER BY c.store_id
