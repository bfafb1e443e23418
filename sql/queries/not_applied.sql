-- Records that changed no target: events too old to be repaired, by business day, and records
-- refused, by day of arrival.
-- Parameters: first day, last day, first day, last day.
-- Reads: events 0..0, refused 0..0
SELECT day, 'too old' AS what, type AS reason, count(*) AS records
FROM events
WHERE day BETWEEN date(?) AND date(?) AND fate = 'TOO_OLD'
GROUP BY day, type
UNION ALL
SELECT day, 'refused', reason, count(*)
FROM refused
WHERE day BETWEEN date(?) AND date(?)
GROUP BY day, reason
ORDER BY 1, 2, 3
