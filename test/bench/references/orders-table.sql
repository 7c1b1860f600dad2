-- From the imported lines, what the figures need and nothing else: an order each, amounts in pence, days as numbers.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE orders AS
SELECT
  CAST(customer AS INTEGER) AS customer,
  CAST(julianday(substr(at, 1, 10)) - 2440587.5 AS INTEGER) AS day,
  substr(invoice, 1, 1) <> 'C' AS is_sale,
  SUM(CAST(ROUND(quantity * price * 100) AS INTEGER)) AS net
FROM lines
WHERE customer <> ''
GROUP BY invoice;
