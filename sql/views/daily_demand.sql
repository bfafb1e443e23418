-- Demand of each store-product by business day: what was sold, voids taken back.
-- A day comes from single sales where there are any, else from back-fill. What came too late to
-- be applied is left out, as the job and the trainer leave it out. A day on which nothing was
-- sold has no row, or one of no units if all was voided.
-- The calendar beside the voids is small and on the right of its join, so that the days asked for
-- prune them too: a void lies on the day before its sale's at the earliest (time zones), and no
-- later than 15 days after (older sales are not repaired).
-- Reads: events -1..+15
CREATE OR REPLACE VIEW daily_demand AS
WITH voided AS (
  SELECT DISTINCT c.day, v.store_id, v.product_id, v.voids_event_id AS sale_id
  FROM events v
  JOIN (
    SELECT
      d AS day,
      date_add('day', -1, d) AS first_day,
      date_add('day', 15, d) AS last_day
    FROM UNNEST(sequence(DATE '2009-01-01', date_add('day', 1, current_date))) AS t (d)
  ) c ON v.voids_day = c.day AND v.day BETWEEN c.first_day AND c.last_day
  WHERE v.type = 'VOID' AND v.fate = 'APPLIED'
),
sold AS (
  SELECT
    s.day,
    s.store_id,
    s.product_id,
    count_if(s.type = 'SALE' AND v.sale_id IS NULL) AS sales,
    sum(s.quantity) FILTER (WHERE s.type = 'SALE' AND v.sale_id IS NULL) AS units,
    sum(s.quantity) FILTER (WHERE s.type = 'SALE' AND v.sale_id IS NULL AND s.unit_price IS NOT NULL) AS priced_units,
    sum(s.quantity * s.unit_price) FILTER (WHERE s.type = 'SALE' AND v.sale_id IS NULL) AS revenue,
    sum(s.quantity) FILTER (WHERE s.type = 'SALE' AND v.sale_id IS NULL AND s.promotion) AS promoted_units,
    sum(s.quantity) FILTER (WHERE v.sale_id IS NOT NULL) AS voided_units,
    max(s.quantity) FILTER (WHERE s.type = 'DAY') AS day_units,
    max(s.unit_price) FILTER (WHERE s.type = 'DAY') AS day_price,
    bool_or(s.type = 'DAY' AND s.promotion) AS day_promoted
  FROM events s
  LEFT JOIN voided v
    ON v.day = s.day AND v.store_id = s.store_id AND v.product_id = s.product_id AND v.sale_id = s.event_id
  WHERE s.type IN ('SALE', 'DAY') AND s.fate = 'APPLIED'
  GROUP BY s.day, s.store_id, s.product_id
)
SELECT
  day,
  store_id,
  product_id,
  sales = 0 AND day_units IS NOT NULL AS backfilled,
  sales,
  CASE WHEN sales > 0 THEN units ELSE coalesce(day_units, 0) END AS units,
  CASE WHEN sales > 0 THEN coalesce(priced_units, 0) WHEN day_price IS NOT NULL THEN day_units ELSE 0 END AS priced_units,
  CAST(CASE WHEN sales > 0 THEN coalesce(revenue, 0) ELSE coalesce(day_units * day_price, 0) END AS decimal(18, 2)) AS revenue,
  CASE WHEN sales > 0 THEN coalesce(promoted_units, 0) WHEN day_promoted THEN day_units ELSE 0 END AS promoted_units,
  coalesce(voided_units, 0) AS voided_units
FROM sold
