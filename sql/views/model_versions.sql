-- Which model bundle made the targets of each day, and since when on that day.
-- Reads: decisions 0..0
CREATE OR REPLACE VIEW model_versions AS
SELECT
  day,
  bundle,
  generation,
  min(as_of) AS first_used,
  max(as_of) AS last_used,
  count(*) AS decisions,
  count(DISTINCT CAST(ROW(store_id, product_id) AS ROW(store_id varchar, product_id varchar))) AS store_products
FROM decisions
GROUP BY day, bundle, generation
