"""Exports of advisers' desktops: positions of clearing firms, and an outline that only the cells' format tells."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tools.accuracy.content import bond, cusip, isin, money, option, stock, venture
from tools.accuracy.drawing import dollars, plain
from tools.accuracy.houses import tellings
from tools.accuracy.houses.hands import Hand, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Line = list[object]


def _text(lines: Sequence[Line], quoting: Any = csv.QUOTE_MINIMAL) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n", quoting=quoting).writerows(lines)
    return out.getvalue().encode()


NETTLE = ("Account Number", "Short Name", "IP Number", "Security ID", "Symbol", "CUSIP", "Description", "Account Type",
          "Trade Date Quantity", "Settlement Date Quantity", "Price", "Price As Of", "Market Value",
          "Market Value Change", "Total Cost", "Unit Cost", "Unrealized Gain/Loss", "Asset Classification",
          "Accrued Interest", "Last Activity Date")  # fmt: skip


def nettlecombe_csv(deal: Deal) -> Drawn:
    """A clearing firm's desk: quantities of two days, dollars as a security, CUSIPs everywhere, types of account."""
    dice, taken = deal.dice, deal.taken
    lines: list[Line] = [list(NETTLE)]
    accounts = []
    for place in range(dice.randrange(2, 4)):
        rows = [stock(dice, taken) for _ in range(dice.randrange(2, 8))]
        rows += [class_fund(dice, taken) for _ in range(dice.randrange(0, 3))]
        rows = [replace(row, cusip=cusip(dice, taken)) for row in rows]
        rows += [replace(bond(dice, taken), accrued=money(dice, 5, 900)) for _ in range(dice.randrange(0, 3))]
        held = hand(deal, {"": rows}, summed=False)
        held = replace(held, number=f"{'BFG'[place]}QX{dice.randrange(100000, 999999)}")
        lines += [_nettle(held, row) for row in held.rows]
        cash = plain(held.cash).replace(",", "")
        lines.append([held.number, "HALE P", "A01", "USD999997", "", "USD999997", "U S DOLLARS CURRENCY", "Cash", cash,
                      cash, "1.000000", "06/30/2026", cash, "0.00", "", "", "", "Cash and Cash Equivalents", "",
                      "06/29/2026"])  # fmt: skip
        accounts.append(held.closed(deal, sweeps=(held.cash or ZERO,)))
    return Drawn(_text(lines), tuple(accounts), ".csv")


def _nettle(held: Hand, row: Row) -> Line:
    price, count = row.price or ZERO, row.quantity or ZERO
    late = count - 5 if count > 50 and int(count) % 4 == 0 else count
    kind = "Fixed Income" if row.kinds else "Equity"
    unit = (row.cost or ZERO) / (count or D(1)) * (100 if row.kinds else 1)
    return [held.number, "HALE P", "A01", row.symbol or row.cusip, row.symbol or "", row.cusip, row.name, "Cash",
            f"{count:.5f}", f"{late:.5f}", f"{price:.6f}", "06/30/2026", f"{row.value:.2f}", "-12.20",
            f"{row.cost:.2f}", f"{unit:.4f}", f"{row.gain:.2f}", kind,
            "" if row.accrued is None else f"{row.accrued:.2f}", "06/29/2026"]  # fmt: skip


WEX = ("Account Number", "Account Name", "Reg Type", "Symbol", "CUSIP", "Description", "Acct Type", "Quantity",
       "Last Price ($)", "Market Value ($)", "Cost Basis ($)", "Avg Cost ($)", "Gain/Loss ($)", "Gain/Loss (%)",
       "Today's Change ($)", "Security Type", "Dividend Reinvest")  # fmt: skip


def wexham_csv(deal: Deal) -> Drawn:
    """A custodian's desk for advisers: margin and short as types, coded options, a core fund, a net balance below."""
    dice, taken = deal.dice, deal.taken
    longs = [stock(dice, taken) for _ in range(dice.randrange(4, 10))]
    calls = [_spelled(option(dice, row, True), row) for row in dice.sample(longs, dice.randrange(0, 3))]
    shorts = [tellings.short(stock(dice, taken)) for _ in range(dice.randrange(0, 3))]
    funds = [class_fund(dice, taken) for _ in range(dice.randrange(0, 3))]
    longs, shorts, funds = ([replace(row, cusip=cusip(dice, taken)) for row in one] for one in (longs, shorts, funds))
    held = hand(deal, tellings.filled({"Margin": longs, "Options": calls, "Short": shorts, "Cash": funds}))
    held = replace(held, number=f"{dice.choice('XYZ')}{dice.randrange(10, 99)}-{dice.randrange(100000, 999999)}")
    cash, front = held.cash or ZERO, [held.number, "WENDELL K ASHGROVE", "INDIVIDUAL"]
    lines: list[Line] = [["Positions"], ["As of", "06/30/2026 04:32 PM ET"], [], list(WEX)]
    lines.append([*front, "WXCXX", cusip(dice, taken), "WEXHAM GOVERNMENT CASH RESERVES", "Cash", plain(cash, 3),
                  "$1.00",
                  dollars(cash), "--", "--", "--", "--", "$0.00", "Core", "No"])  # fmt: skip
    for title, rows in held.groups.items():
        kind = {"Options": "Margin", "Short": "Short", "Cash": "Cash", "Margin": "Margin"}[title]
        for row in rows:
            unit = (row.cost or ZERO) / (row.quantity or D(1)) / (100 if row.kinds else 1)
            word = "Option" if row.kinds else "Mutual Fund" if title == "Cash" else "Equity"
            rate = f"{100 * (row.gain or ZERO) / abs(row.cost or D(1)):.2f}%"
            lines.append([*front, _code(row), row.cusip or "", row.name, kind,
                          plain(row.quantity, 3), f"${plain(row.price)}", _minus(row.value), _minus(row.cost),
                          f"${plain(unit)}", _minus(row.gain), rate, "-$1.20", word, "No"])  # fmt: skip
    lines += [[], ["", "", "", "", "", "Account Net Worth", "", "", "", _minus(held.total)], [],
              ["Wexham Clearing & Custody. Quotes are delayed at least 15 minutes. For adviser use only."]]  # fmt: skip
    facts = {"owner": "WENDELL K ASHGROVE", "registration": "taxable_individual", "sweeps": (cash,)}
    return Drawn(_text(lines, csv.QUOTE_ALL), (held.closed(deal, as_of="2026-06-30", **facts),), ".csv")


def _minus(value: D | None) -> str:
    return f"-${plain(-value)}" if value is not None and value < 0 else f"${plain(value)}"


def _spelled(row: Row, under: Row) -> Row:
    strike = row.name.split()[-1].split(".")[0]
    return replace(row, name=f"CALL ({under.symbol}) {under.name} JAN 15 27 ${strike} (100 SHS)")


def _code(row: Row) -> str:
    """The desk's own symbol of an option, which no house asks a reader for; of others what they are known by."""
    if not row.kinds:
        return row.symbol or ""
    return f"-{row.name.split('(')[1].split(')')[0]}270115C{row.name.split('$')[1].split()[0]}"


def axminster_xlsx(deal: Deal) -> Drawn:
    """A family office's workbook: client, account, class and holding in one indented column with sums above."""
    import xlsxwriter  # type: ignore[import-untyped]

    dice, taken = deal.dice, deal.taken
    holds = []
    for title, kind in dice.sample(tellings.REGISTERED, 2):
        rows = {
            "Equities": [_dear(deal, stock(dice, taken)) for _ in range(dice.randrange(2, 8))],
            "Fixed Income": [bond(dice, taken) for _ in range(dice.randrange(0, 3))],
            "Private Equity": [replace(venture(dice, taken), commitment=None, called=None, unfunded=None,
                                       nav_date=None) for _ in range(dice.randrange(0, 3))],
        }  # fmt: skip
        holds.append((title, kind, hand(deal, tellings.filled(rows))))
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    _axminster(book, holds)
    book.close()
    made = [held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,), registration=kind)
            for _, kind, held in holds]  # fmt: skip
    return Drawn(out.getvalue(), tuple(made), ".xlsx")


def _dear(deal: Deal, row: Row) -> Row:
    return replace(row, isin=isin(deal.dice, deal.taken))


def _axminster(book: Any, holds: list[tuple[str, str, Hand]]) -> None:
    sheet = book.add_worksheet("Holdings by Account")
    usd, units = book.add_format({"num_format": "$#,##0.00"}), book.add_format({"num_format": "#,##0.0000"})
    percent = book.add_format({"num_format": "0.00%"})
    steps = [book.add_format({"indent": step, "bold": step < 3}) for step in range(4)]
    sheet.write_row(0, 0, ["Portfolio: Okonjo-Hale Family"])
    sheet.write_row(1, 0, ["Date: Jun 30, 2026"])
    heads = ["Client > Holding Account > Asset Class > Security", "Ticker Symbol", "CUSIP", "ISIN", "Units",
             "Price (USD)", "Value (USD)", "Cost Basis (USD)", "Unrealized Gain (USD)", "% of Portfolio"]  # fmt: skip
    sheet.write_row(3, 0, heads)
    whole = sum((held.total for _, _, held in holds), ZERO)
    place = 4

    def put(step: int, name: str, codes: Sequence[str | None], figures: Sequence[D | None]) -> None:
        nonlocal place
        sheet.write(place, 0, name, steps[step])
        sheet.set_row(place, None, None, {"level": step})
        for at, code in enumerate(codes, 1):
            sheet.write(place, at, code)
        for at, figure in enumerate(figures, 4):
            if figure is not None:
                sheet.write_number(place, at, float(figure), units if at == 4 else usd)
        sheet.write_number(place, 9, float(figures[2] / whole) if figures[2] else 0, percent)
        place += 1

    put(0, "Okonjo-Hale Family", (), (None, None, whole, None, None))
    for title, _, held in holds:
        put(1, f"Prudence Okonjo-Hale {title} ({held.number})", (), (None, None, held.total, None, None))
        for group, rows in held.groups.items():
            put(2, group, (), (None, None, held.sums[group][0], None, None))
            for row in rows:
                figures = (row.quantity, row.price, row.value, row.cost, row.gain)
                put(3, row.name, (row.symbol, row.cusip, row.isin), figures)
        cash = held.cash
        put(2, "Cash & Cash Equivalents", (), (None, None, cash, None, None))
        put(3, "U.S. Dollar", ("USD",), (cash, D(1), cash, cash, ZERO))
