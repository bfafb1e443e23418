-- Which model bundles were in use, from when to when, and for how many decisions.
-- Parameters: first day, last day.
-- Reads: decisions 0..0
SELECT
  bundle,
  generation,
  min(first_used) AS first_used,
  max(last_used) AS last_used,
  sum(decisions) AS decisions
FROM model_versions
WHERE day BETWEEN date(?) AND date(?)
GROUP BY bundle, generation
ORDER BY first_used, bundle
