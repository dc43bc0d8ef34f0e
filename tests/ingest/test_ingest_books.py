"""Workbooks with merged heads, and a table of ten thousand rows within its second."""

import io
import random
from decimal import Decimal

from openpyxl import Workbook

from core.ingest.reading import read_here

ROWS = 10_000


def test_a_workbook_with_merged_heads_over_its_columns_is_read() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Quarrymoor Brokerage", None, None, None, None, None])
    sheet.merge_cells("A1:F1")
    sheet.append(["Account Number: 4471-20935", None, "As of 06/30/2026"])
    sheet.append([None, None, "Position", None, "Worth", None])
    sheet.merge_cells("C3:D3")
    sheet.merge_cells("E3:F3")
    sheet.append(["Symbol", "Description", "Quantity", "Price", "Market Value", "Cost Basis"])
    sheet.append(["VTI", "VANGUARD TOTAL STOCK MARKET ETF", 10, 251.1, 2511, 2000.5])
    sheet.append(["BND", "VANGUARD TOTAL BOND MARKET ETF", 100, 73, 7300, 7500])
    sheet.append(["Total", None, None, None, 9811, None])
    out = io.BytesIO()
    book.save(out)
    (account,) = read_here("merged.xlsx", out.getvalue()).accounts
    found = [(line.symbol, line.quantity, line.price, line.market_value, line.cost_basis) for line in account.positions]
    assert found == [
        ("VTI", Decimal(10), Decimal("251.1"), Decimal(2511), Decimal("2000.5")),
        ("BND", Decimal(100), Decimal(73), Decimal(7300), Decimal(7500)),
    ]
    assert (account.number, account.status) == ("…0935", "proven")


def test_ten_thousand_rows_are_read_and_proven() -> None:
    dice = random.Random(7)
    lines, total = ["Symbol,Description,Quantity,Price,Market Value,Cost Basis"], Decimal(0)
    for place in range(ROWS):
        quantity, price = dice.randrange(1, 900), Decimal(dice.randrange(100, 90000)) / 100
        total += quantity * price
        symbol = "".join(chr(65 + place // 26**power % 26) for power in range(4))
        lines.append(f"{symbol},HARBOR {place} INC,{quantity},{price},{quantity * price},{price}")
    lines.append(f"Total,,,,{total},")
    (account,) = read_here("long.csv", "\n".join(lines).encode()).accounts
    assert len(account.positions) == ROWS and account.status == "proven"
