"""The weekly job as an analyst writes it: read order lines, ABC by net revenue, RFM quintiles, a workbook."""

import sys

import pandas as pd

source, target = sys.argv[1:3]
text = {"InvoiceNo": str, "StockCode": str, "CustomerID": str}
if source.endswith(".csv"):
    lines = pd.read_csv(source, dtype=text, parse_dates=["InvoiceDate"])
else:
    lines = pd.read_excel(source, dtype=text)
lines = lines[lines.CustomerID.notna()]
lines["amount"] = (lines.Quantity * lines.UnitPrice).round(2)
lines["isReturn"] = lines.InvoiceNo.str.startswith("C")
as_of = lines.InvoiceDate.max().normalize()
sales = lines[~lines.isReturn]
value = lines.groupby("CustomerID").amount.sum()
customers = sales.groupby("CustomerID").agg(last=("InvoiceDate", "max"), orders=("InvoiceNo", "nunique"))
customers["net"] = value
customers["recency"] = (as_of - customers["last"].dt.normalize()).dt.days
customers = customers.sort_values("net", ascending=False)
counted = customers.net.clip(lower=0)
before = counted.cumsum() - counted
customers["tier"] = pd.cut(before / counted.sum(), [-1, 0.8, 0.95, 2], right=False, labels=["A", "B", "C"])
customers.loc[customers.net <= 0, "tier"] = pd.NA
for score, column, ascending in [("r", "recency", False), ("f", "orders", True), ("m", "net", True)]:
    ranks = customers[column].rank(method="first", ascending=ascending)
    customers[score] = pd.qcut(ranks, 5, labels=[1, 2, 3, 4, 5])
classes = customers.groupby("tier", observed=True).net.agg(["count", "sum"])
with pd.ExcelWriter(target, engine="openpyxl") as book:
    classes.to_excel(book, sheet_name="classes")
    customers.head(1000).to_excel(book, sheet_name="customers")
