-- Shelves that were empty, as far as published: a row when a shelf emptied ('began'), was refilled
-- ('ended'), or when something else was published of it while empty ('went on'). hours_empty is
-- the time since the row before, so that its sum over rows is time out of stock.
-- Reads: decisions 0..0
CREATE OR REPLACE VIEW stockout_history AS
SELECT
  day,
  store_id,
  product_id,
  as_of,
  CASE
    WHEN on_hand > 0 THEN 'ended'
    WHEN old_on_hand = 0 THEN 'went on'
    ELSE 'began'
  END AS what,
  on_hand,
  on_order,
  stockout_probability,
  CASE WHEN old_on_hand = 0 THEN date_diff('second', old_as_of, as_of) / 3600e0 ELSE 0e0 END AS hours_empty
FROM decisions
WHERE on_hand = 0 OR old_on_hand = 0
