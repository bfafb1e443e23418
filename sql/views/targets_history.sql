-- Every published change of a target: what stood before, what stands since, and why.
-- day is the business day that was open; the row before it is not needed, for each row says what
-- it replaced. The newest of several rows is the one with the greatest generation, closed_through,
-- bundle, events_applied, caught_up and remote, in this order. remote says that a model elsewhere
-- made the forecast.
-- Reads: decisions 0..0
CREATE OR REPLACE VIEW targets_history AS
SELECT
  day,
  store_id,
  product_id,
  as_of,
  reason,
  on_hand,
  on_order,
  inventory_position,
  reorder_point,
  reorder_point - old_reorder_point AS reorder_point_change,
  order_up_to_level,
  order_up_to_level - old_order_up_to_level AS order_up_to_level_change,
  safety_stock,
  stockout_probability,
  old_stockout_probability,
  at_risk,
  suggested_order_quantity,
  days_of_supply,
  lead_time_demand,
  protection_days,
  service_level,
  demand_today,
  demand_next_7,
  demand_next_30,
  old_as_of AS replaced_since,
  generation,
  closed_through,
  bundle,
  events_applied,
  caught_up,
  coalesce(remote, false) AS remote
FROM decisions
