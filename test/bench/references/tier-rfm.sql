-- What `crm tier` and `crm rfm` tell, with window functions, as of the last day of the orders: value, share and tier of
-- every customer, who moved within a week and why, classes, VIP candidates, signs of big orders, concentration; scores,
-- the eleven segments, cut values and grid.
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

-- VIP candidates: an order of 1,500.00, or a month of 3,000.00, within the year, that returns since have left whole.
CREATE TEMP TABLE vip AS
WITH met AS (
  SELECT customer, day AS since, net, 150000 AS bound, 'order ' || orders.rowid AS what
  FROM orders, as_of
  WHERE is_sale AND net >= 150000 AND day >= year
  UNION ALL
  SELECT customer, MIN(day), SUM(net), 300000, strftime('month %Y-%m', day * 86400, 'unixepoch') AS month
  FROM orders, as_of
  WHERE is_sale AND net > 0 AND day >= year
  GROUP BY customer, month
  HAVING SUM(net) >= 300000
),
kept AS (
  SELECT met.customer, what, met.net
  FROM met JOIN orders ON orders.customer = met.customer AND orders.day >= met.since
  GROUP BY met.customer, met.what
  HAVING SUM(orders.net) >= met.bound
)
SELECT
  customer,
  MAX(CASE WHEN what LIKE 'order%' THEN net END) AS largest,
  MAX(CASE WHEN what LIKE 'month%' THEN net END) AS best_month
FROM kept
GROUP BY customer;

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

-- Signs of steady trade: at least four even gaps between order days, and the last order within the usual cycle. That is the
-- own one, blended with that of buyers of the same main product, else of the segment, else of all, after as many orders,
-- else with all gaps of the shop.
CREATE TEMP TABLE gaps AS
SELECT
  customer,
  ROW_NUMBER() OVER history AS number,
  COUNT(*) OVER (PARTITION BY customer) AS days,
  LEAD(day) OVER history - day AS gap,
  today - day AS since
FROM (SELECT DISTINCT customer, day FROM orders WHERE is_sale AND net > 0), as_of
WINDOW history AS (PARTITION BY customer ORDER BY day);
CREATE TEMP TABLE even AS
SELECT customer, COUNT(gap) AS n, AVG(gap) AS mean, MIN(since) AS since, MAX(days) AS days
FROM gaps
GROUP BY customer
HAVING
  COUNT(gap) >= 4
  AND sqrt((SUM(gap * gap) - 1.0 * SUM(gap) * SUM(gap) / COUNT(gap)) / (COUNT(gap) - 1)) / AVG(gap) < 0.5;
CREATE TEMP TABLE peers AS
WITH bought_on AS (
  SELECT CAST(customer AS INTEGER) AS customer, code, COUNT(DISTINCT substr(at, 1, 10)) AS days
  FROM lines
  WHERE
    customer <> '' AND invoice NOT LIKE 'C%'
    -- Whoever has as many orders as an even buyer.
    AND CAST(customer AS INTEGER) IN (SELECT customer FROM gaps WHERE number = 5)
  GROUP BY customer, code
)
SELECT customer, 1 AS width, code AS pool
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY days DESC, code) AS place FROM bought_on)
WHERE place = 1
UNION ALL SELECT customer, 2, segment FROM segmented
UNION ALL SELECT customer, 3, 'all' FROM value WHERE orders > 0;
-- Kaplan–Meier of each pool that is asked for, with the last gap of every customer open.
CREATE TEMP TABLE closes AS
WITH asked AS (SELECT DISTINCT width, pool, days AS number FROM even JOIN peers USING (customer)),
lengths AS (
  SELECT width, pool, number, COALESCE(gap, since) AS length, COUNT(gap) AS returned, COUNT(*) AS all_gaps
  FROM gaps JOIN peers USING (customer) JOIN asked USING (width, pool, number)
  GROUP BY width, pool, number, COALESCE(gap, since)
  UNION ALL
  SELECT 4, 'shop', 0, COALESCE(gap, since), COUNT(gap), COUNT(*)
  FROM gaps
  GROUP BY COALESCE(gap, since)
),
at_risk AS (
  SELECT
    width, pool, number, length, returned,
    SUM(all_gaps) OVER (PARTITION BY width, pool, number ORDER BY length DESC) AS n,
    SUM(returned) OVER (PARTITION BY width, pool, number) AS observed
  FROM lengths
),
curves AS (
  SELECT
    width, pool, number, length,
    1 - exp(SUM(CASE WHEN returned = n THEN -1e3 ELSE ln(1 - 1.0 * returned / n) END) OVER (
      PARTITION BY width, pool, number ORDER BY length
    )) AS share
  FROM at_risk
  WHERE observed >= 20
),
reached AS (SELECT *, MAX(share) OVER (PARTITION BY width, pool, number) AS most FROM curves)
SELECT width, pool, number, MIN(length) AS p80
FROM reached
WHERE share >= 0.8 * most - 1e-12
GROUP BY width, pool, number;
.print steady
WITH sorted AS (
  SELECT customer, gap, n, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY gap) - 1 AS place
  FROM gaps JOIN even USING (customer)
  WHERE gap IS NOT NULL
),
own AS (
  SELECT customer, MIN(gap) + (MAX(gap) - MIN(gap)) * ((n - 1) * 80 % 100) / 100.0 AS p80
  FROM sorted
  WHERE place IN ((n - 1) * 80 / 100, (n - 1) * 80 / 100 + 1)
  GROUP BY customer
),
pooled AS (
  SELECT customer, p80, MIN(width)
  FROM (
    SELECT customer, p80, width FROM even JOIN peers USING (customer) JOIN closes USING (width, pool)
    WHERE closes.number = even.days
    UNION ALL SELECT customer, p80, width FROM even, closes WHERE width = 4
  )
  GROUP BY customer
)
SELECT customer, n, mean
FROM even JOIN own USING (customer) LEFT JOIN pooled USING (customer)
WHERE since <= ROUND(CASE WHEN pooled.p80 IS NULL THEN own.p80 ELSE (n * own.p80 + 3 * pooled.p80) / (n + 3) END);
