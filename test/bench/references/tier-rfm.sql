-- What `crm tier` and `crm rfm` tell, with window functions, as of the last day of the orders: value, share and tier of
-- every customer, who moved within a week and why, classes, VIP candidates, signs of big orders, concentration; scores,
-- the eleven segments, cut values and grid. Only the signs of steady trade are left out.
.mode csv
PRAGMA temp_store = MEMORY;

CREATE TEMP TABLE as_of AS SELECT MAX(day) AS today, MAX(day) - 7 AS since, MAX(day) - 364 AS year FROM orders;

-- One row a customer: the value of all time, as it was a week before, and of the year.
CREATE TEMP TABLE value AS
SELECT
  customer,
  SUM(net) AS net,
  SUM(CASE WHEN day <= since THEN net ELSE 0 END) AS net_before,
  SUM(CASE WHEN day >= year THEN net ELSE 0 END) AS net_year,
  SUM(is_sale AND net > 0) AS orders,
  MIN(CASE WHEN is_sale AND net > 0 THEN day END) AS first,
  MAX(CASE WHEN is_sale AND net > 0 THEN day END) AS last,
  SUM(CASE WHEN day > since AND is_sale THEN net ELSE 0 END) AS ordered,
  SUM(CASE WHEN day > since AND NOT is_sale THEN net ELSE 0 END) AS returned
FROM orders, as_of
GROUP BY customer;

CREATE TEMP TABLE graded AS
WITH sums AS (
  SELECT
    *,
    COALESCE(SUM(MAX(net, 0)) OVER now, 0) AS above,
    SUM(MAX(net, 0)) OVER (ORDER BY net DESC) AS up_to,
    SUM(MAX(net, 0)) OVER () AS total,
    COALESCE(SUM(MAX(net_before, 0)) OVER earlier, 0) AS above_before,
    SUM(MAX(net_before, 0)) OVER () AS total_before,
    COALESCE(SUM(MAX(net_year, 0)) OVER within_year, 0) AS above_year,
    SUM(MAX(net_year, 0)) OVER () AS total_year,
    SUM(net > 0) OVER () AS valued
  FROM value
  WINDOW
    now AS (ORDER BY net DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
    earlier AS (ORDER BY net_before DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
    within_year AS (ORDER BY net_year DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
)
SELECT
  customer, net, orders, first, last, ordered, returned, net - net_before AS change, total, valued, above, up_to,
  CASE WHEN net > 0 THEN ROW_NUMBER() OVER (PARTITION BY net > 0 ORDER BY net) END AS place,
  CASE
    WHEN net <= 0 THEN 'U' WHEN above * 100 < total * 80 THEN 'A' WHEN above * 100 < total * 95 THEN 'B' ELSE 'C'
  END AS tier,
  CASE
    WHEN net_before <= 0 THEN 'U' WHEN above_before * 100 < total_before * 80 THEN 'A'
    WHEN above_before * 100 < total_before * 95 THEN 'B' ELSE 'C'
  END AS tier_before,
  CASE
    WHEN net_year <= 0 THEN 'U' WHEN above_year * 100 < total_year * 80 THEN 'A'
    WHEN above_year * 100 < total_year * 95 THEN 'B' ELSE 'C'
  END AS tier_year
FROM sums;

-- VIP candidates: an order of 1,500.00, or a month of 3,000.00, within the year.
CREATE TEMP TABLE vip AS
SELECT customer, MAX(largest) AS largest, MAX(net) AS best_month
FROM (
  SELECT customer, MAX(net) AS largest, SUM(net) AS net
  FROM orders, as_of
  WHERE is_sale AND net > 0 AND day >= year
  GROUP BY customer, strftime('%Y-%m', day * 86400, 'unixepoch')
)
GROUP BY customer
HAVING MAX(largest) >= 150000 OR MAX(net) >= 300000;

.print customers
SELECT
  customer, tier, net, 1.0 * above / total, 1.0 * up_to / total, orders, date(last * 86400, 'unixepoch'),
  CASE tier_year WHEN 'A' THEN 'key' WHEN 'U' THEN 'potential' ELSE 'general' END,
  CASE WHEN customer IN (SELECT customer FROM vip) THEN 'candidate' END,
  CASE tier_year WHEN 'U' THEN 'C' ELSE tier_year END
FROM graded
ORDER BY net DESC, customer;

.print tiers
SELECT tier, COUNT(*), SUM(net), MIN(net) FROM graded GROUP BY tier;
.print classes
SELECT CASE tier_year WHEN 'A' THEN 'key' WHEN 'U' THEN 'potential' ELSE 'general' END AS class, COUNT(*)
FROM graded
GROUP BY class;
.print moves
SELECT tier_before, tier, COUNT(*) FROM graded GROUP BY tier_before, tier;
.print movers
SELECT
  customer, tier_before, tier, net,
  CASE
    WHEN change = 0 OR (change > 0) <> (tier < tier_before) THEN 'others'
    WHEN (change > 0) <> (ordered > returned) THEN 'returned'
    WHEN change < 0 THEN 'returned'
    WHEN first > since THEN 'first-order'
    ELSE 'ordered'
  END
FROM graded, as_of
WHERE tier <> tier_before
ORDER BY net DESC;
.print vip
SELECT customer, largest, best_month FROM vip ORDER BY best_month DESC;
.print concentration
SELECT
  SUM((2 * place - valued - 1) * 1.0 * net) / (MAX(valued) * SUM(1.0 * net)),
  SUM(CASE WHEN place > valued - (valued * 1 + 99) / 100 THEN 1.0 * net END) / SUM(net),
  SUM(CASE WHEN place > valued - (valued * 5 + 99) / 100 THEN 1.0 * net END) / SUM(net),
  SUM(CASE WHEN place > valued - (valued * 20 + 99) / 100 THEN 1.0 * net END) / SUM(net)
FROM graded
WHERE net > 0;

-- Signs of a big order: one of the year within the shop's largest twentieth, and the last five rising past the median.
CREATE TEMP TABLE regular AS
SELECT
  customer, day, net, day >= year AS is_recent,
  COUNT(*) OVER (PARTITION BY customer) AS n,
  ROW_NUMBER() OVER (PARTITION BY customer ORDER BY net) AS place,
  ROW_NUMBER() OVER (PARTITION BY customer ORDER BY day DESC, net DESC) AS back
FROM orders, as_of
WHERE is_sale AND net > 0 AND customer IN (SELECT customer FROM value WHERE orders >= 5);
.print big-orders
WITH sized AS (
  SELECT net, ROW_NUMBER() OVER (ORDER BY net) - 1 AS place, (COUNT(*) OVER () - 1) * 95 AS hundredths
  FROM orders, as_of
  WHERE is_sale AND net > 0 AND day >= year
),
bound AS (
  SELECT MIN(net) + (MAX(net) - MIN(net)) * (MAX(hundredths) % 100) / 100.0 AS p95
  FROM sized
  WHERE place IN (hundredths / 100, hundredths / 100 + 1)
),
slopes AS (
  SELECT a.customer, 1.0 * (b.net - a.net) / (a.back - b.back) AS slope
  FROM regular a JOIN regular b ON b.customer = a.customer AND b.back < a.back
  WHERE a.back <= 5
),
trends AS (
  SELECT customer, AVG(slope) AS slope
  FROM (SELECT customer, slope, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY slope) AS place FROM slopes)
  WHERE place IN (5, 6)
  GROUP BY customer
),
habits AS (
  SELECT
    customer,
    MAX(CASE WHEN is_recent THEN net END) AS largest,
    AVG(CASE WHEN place IN ((n + 1) / 2, (n + 2) / 2) THEN net END) AS median,
    MAX(CASE WHEN back = 1 THEN net END) AS latest
  FROM regular
  GROUP BY customer
)
SELECT customer, largest, ROUND(slope)
FROM habits JOIN trends USING (customer), bound
WHERE largest >= p95 AND slope > 0 AND latest > median
ORDER BY largest DESC;

-- Scores by rank, best 5, and the eleven segments.
CREATE TEMP TABLE scored AS
WITH worse AS (
  SELECT
    customer, (SELECT today FROM as_of) - last AS recency, orders, net,
    COUNT(*) OVER () AS n,
    RANK() OVER (ORDER BY last) - 1 AS r,
    RANK() OVER (ORDER BY orders) - 1 AS f,
    RANK() OVER (ORDER BY net) - 1 AS m
  FROM value
  WHERE orders > 0
)
SELECT customer, recency, orders, net, 1 + 5 * r / n AS r, 1 + 5 * f / n AS f, 1 + 5 * m / n AS m FROM worse;
CREATE TEMP TABLE segmented AS
SELECT
  *,
  CASE
    WHEN code IN (555, 554, 544, 545, 454, 455, 445) THEN 'champions'
    WHEN code IN (543, 444, 435, 355, 354, 345, 344, 335) THEN 'loyal'
    WHEN code IN (
      553, 551, 552, 541, 542, 533, 532, 531, 452, 451, 442, 441, 431, 453, 433, 432, 423, 353, 352, 351, 342, 341, 333, 323
    ) THEN 'potential-loyalist'
    WHEN code IN (512, 511, 422, 421, 412, 411, 311) THEN 'new'
    WHEN code IN (525, 524, 523, 522, 521, 515, 514, 513, 425, 424, 413, 414, 415, 315, 314, 313) THEN 'promising'
    WHEN code IN (535, 534, 443, 434, 343, 334, 325, 324) THEN 'need-attention'
    WHEN code IN (331, 321, 312, 221, 213, 231, 241, 251) THEN 'about-to-sleep'
    WHEN code IN (
      255, 254, 245, 244, 253, 252, 243, 242, 235, 234, 225, 224, 153, 152, 145, 143, 142, 135, 134, 133, 125, 124
    ) THEN 'at-risk'
    WHEN code IN (155, 154, 144, 214, 215, 115, 114, 113) THEN 'cannot-lose'
    WHEN code IN (332, 322, 233, 232, 223, 222, 132, 123, 122, 212, 211) THEN 'hibernating'
    ELSE 'lost'
  END AS segment
FROM (SELECT *, 100 * r + 10 * f + m AS code FROM scored);
.print scores
SELECT customer, recency, orders, net, r, f, m, segment FROM segmented ORDER BY net DESC, customer;
.print segments
SELECT segment, COUNT(*), SUM(net) FROM segmented GROUP BY segment;
.print grid
SELECT r, f, COUNT(*), SUM(net) FROM segmented GROUP BY r, f;
.print cuts
WITH scores (score) AS (VALUES (2), (3), (4), (5))
SELECT
  score,
  (SELECT MAX(recency) FROM segmented WHERE r >= score),
  (SELECT MIN(orders) FROM segmented WHERE f >= score),
  (SELECT MIN(net) FROM segmented WHERE m >= score)
FROM scores;
