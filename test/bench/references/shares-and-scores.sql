-- The bare figures: shares and tiers by net revenue, and scores by rank, over all customers, with window functions.
.mode csv
CREATE TEMP TABLE value AS
SELECT
  customer,
  SUM(net) AS net,
  SUM(is_sale AND net > 0) AS orders,
  MAX(CASE WHEN is_sale AND net > 0 THEN day END) AS last
FROM orders
GROUP BY customer;

WITH positive AS (SELECT * FROM value WHERE net > 0),
shares AS (
  SELECT
    *,
    COALESCE(SUM(net) OVER (ORDER BY net DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before,
    SUM(net) OVER () AS total
  FROM positive
)
SELECT
  customer, net, orders, last, 1.0 * before / total, 1.0 * (before + net) / total,
  CASE WHEN before * 100 < total * 80 THEN 'A' WHEN before * 100 < total * 95 THEN 'B' ELSE 'C' END
FROM shares
ORDER BY net DESC, customer;

WITH bought AS (
  SELECT customer, orders, net, (SELECT MAX(last) FROM value) - last AS recency FROM value WHERE orders > 0
),
worse AS (
  SELECT
    *,
    COUNT(*) OVER () AS n,
    RANK() OVER (ORDER BY recency DESC) - 1 AS r,
    RANK() OVER (ORDER BY orders) - 1 AS f,
    RANK() OVER (ORDER BY net) - 1 AS m
  FROM bought
)
SELECT customer, recency, orders, net, 1 + 5 * r / n, 1 + 5 * f / n, 1 + 5 * m / n
FROM worse
ORDER BY customer;
