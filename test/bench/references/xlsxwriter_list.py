"""Writes the rows of a csv file to a workbook with xlsxwriter's constant_memory mode: numbers as numbers, all else as text."""

import csv
import re
import sys

import xlsxwriter

source, target = sys.argv[1:3]
number = re.compile(r"-?\d+(\.\d+)?")
with xlsxwriter.Workbook(target, {"constant_memory": True}) as book:
    sheet = book.add_worksheet("contacts")
    with open(source, encoding="utf-8-sig", newline="") as lines:
        for at, row in enumerate(csv.reader(lines)):
            for column, value in enumerate(row):
                if number.fullmatch(value):
                    sheet.write_number(at, column, float(value))
                elif value:
                    sheet.write_string(at, column, value)
