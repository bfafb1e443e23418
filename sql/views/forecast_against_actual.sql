-- The first forecast published on each business day, beside what was then sold: one row for each
-- store-product, day of the forecast, horizon and day of that horizon. forecast_units are of the
-- whole horizon and repeated on each of its days. horizon_days is 0 for the day itself, 7 and 30
-- for the days after it.
-- Filter both day and target_day: each prunes its own table. A day on which nothing was published
-- has no forecast of its own here. Sales are below demand where stock ran out.
-- Reads: events -1..+15, decisions 0..0
CREATE OR REPLACE VIEW forecast_against_actual AS
WITH first_of_day AS (
  SELECT
    day,
    store_id,
    product_id,
    bundle,
    demand_today,
    demand_next_7,
    demand_next_30,
    row_number() OVER (
      PARTITION BY day, store_id, product_id
      ORDER BY generation, bundle, events_applied, caught_up, coalesce(remote, false)
    ) AS place
  FROM decisions
),
forecasts AS (
  SELECT f.day, f.store_id, f.product_id, f.bundle, h.horizon_days, h.forecast_units, h.first_day, h.last_day
  FROM first_of_day f
  CROSS JOIN UNNEST(
    ARRAY[0, 7, 30],
    ARRAY[f.demand_today, f.demand_next_7, f.demand_next_30],
    ARRAY[0, 1, 1],
    ARRAY[0, 7, 30]
  ) AS h (horizon_days, forecast_units, first_day, last_day)
  WHERE f.place = 1
),
targets AS (
  SELECT
    f.day,
    f.store_id,
    f.product_id,
    f.bundle,
    f.horizon_days,
    f.forecast_units,
    date_add('day', t.ahead, f.day) AS target_day
  FROM forecasts f
  CROSS JOIN UNNEST(sequence(f.first_day, f.last_day)) AS t (ahead)
)
SELECT
  t.day,
  t.store_id,
  t.product_id,
  t.bundle,
  t.horizon_days,
  t.forecast_units,
  t.target_day,
  coalesce(d.units, 0) AS actual_units
FROM targets t
LEFT JOIN daily_demand d
  ON d.day = t.target_day AND d.store_id = t.store_id AND d.product_id = t.product_id
