"""Workbooks of several sheets: by month, by class, by account, holdings beside lots and trades; merged cells."""

import datetime
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tools.accuracy.content import bond, fund, moves
from tools.accuracy.houses.hands import Hand, each, hand, parts, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

HEADS = ("Symbol", "Security", "Shares", "Price", "Market Value", "Cost Basis")


def _book(fill: Callable[[Any], None]) -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    fill(book)
    book.close()
    return out.getvalue()


def _line(row: Row) -> list[object]:
    figures = (row.quantity, row.price, row.value, row.cost)
    return [row.symbol or row.cusip or "", row.name, *("" if figure is None else float(figure) for figure in figures)]


def _table(sheet: Any, place: int, rows: list[Row], heads: tuple[str, ...] = HEADS) -> int:
    sheet.write_row(place, 0, heads)
    for row in rows:
        place += 1
        sheet.write_row(place, 0, _line(row))
    return place + 1


def _whole(sheet: Any, place: int, held: Hand) -> None:
    place = _table(sheet, place, held.rows)
    sheet.write_row(place, 0, ["", "Cash", "", "", float(held.cash or 0)])
    sheet.write_row(place + 1, 0, ["Total", "", "", "", float(held.total)])


def _earlier(held: Hand, share: D) -> Hand:
    """The account a while ago: other prices."""
    rows = []
    for row in held.rows:
        price = ((row.price or ZERO) * share).quantize(D("0.01"))
        rows.append(replace(row, price=price, value=((row.quantity or ZERO) * price).quantize(D("0.01"))))
    total = sum((row.value for row in rows), held.cash or ZERO)
    return replace(held, groups={"": rows}, total=total)


def xarring_xlsx(deal: Deal) -> Drawn:
    """A sheet for each month of one account: the newest counts."""
    held = hand(deal, {"": some_stocks(deal, 4, 10)})

    def fill(book: Any) -> None:
        for title, share in (("Apr 2026", D("0.95")), ("May 2026", D("1.04")), ("Jun 2026", None)):
            sheet = book.add_worksheet(title)
            sheet.write_row(0, 0, ["Account", held.number])
            _whole(sheet, 2, held if share is None else _earlier(held, share))

    return Drawn(_book(fill), (held.closed(deal),), ".xlsx")


def yalding_xlsx(deal: Deal) -> Drawn:
    """The months the other way round, each with its day written out below the title."""
    held = hand(deal, {"": some_stocks(deal, 4, 10)})

    def fill(book: Any) -> None:
        for title, day, share in (("June", "June 30, 2026", None), ("May", "May 31, 2026", D("0.97"))):
            sheet = book.add_worksheet(title)
            sheet.write(0, 0, f"Yalding Partners - account {held.number}")
            sheet.write(1, 0, f"Holdings as of {day}")
            _whole(sheet, 3, held if share is None else _earlier(held, share))

    return Drawn(_book(fill), (held.closed(deal, as_of="2026-06-30"),), ".xlsx")


def zennor_xlsx(deal: Deal) -> Drawn:
    """A sheet for each class of one account, sums on each, the cash on a sheet of its own, a summary in front."""
    bonds = [bond(deal.dice, deal.taken) for _ in range(3)]
    held = hand(deal, {"Equities": some_stocks(deal, 3, 8), "Fixed Income": bonds})

    def fill(book: Any) -> None:
        sheet = book.add_worksheet("Summary")
        sheet.write_row(0, 0, ["Account number", held.number])
        sheet.write_row(1, 0, ["As of", "06/30/2026"])
        sheet.write_row(3, 0, ["Asset class", "Market value", "Share"])
        for place, (title, (value, _)) in enumerate(held.sums.items()):
            sheet.write_row(4 + place, 0, [title, float(value), 0.4])
        sheet.write_row(6, 0, ["Cash", float(held.cash or 0), 0.2])
        sheet.write_row(7, 0, ["Total", float(held.total), 1.0])
        for title, rows in held.groups.items():
            sheet = book.add_worksheet(title)
            place = _table(sheet, 0, rows)
            sheet.write_row(place, 0, [f"Total {title}", "", "", "", *map(float, held.sums[title])])
        sheet = book.add_worksheet("Cash")
        sheet.write_row(0, 0, ["Description", "Market Value"])
        sheet.write_row(1, 0, ["Cash", float(held.cash or 0)])

    return Drawn(_book(fill), (held.closed(deal, as_of="2026-06-30"),), ".xlsx")


def abinger_xlsx(deal: Deal) -> Drawn:
    """A sheet for each account, named by its number alone, and a page of the household in front."""
    accounts, hands = [], []
    for _ in range(3):
        held = hand(deal, {"": some_stocks(deal, 3, 8)})
        hands.append(held)
        accounts.append(held.closed(deal))

    def fill(book: Any) -> None:
        sheet = book.add_worksheet("Household")
        sheet.write_row(0, 0, ["Account", "Type", "Total value"])
        for place, held in enumerate(hands):
            sheet.write_row(place + 1, 0, [held.number, "Brokerage", float(held.total)])
        sheet.write_row(5, 0, ["Household total", "", float(sum((held.total for held in hands), ZERO))])
        for held in hands:
            _whole(book.add_worksheet(held.number), 0, held)

    return Drawn(_book(fill), tuple(accounts), ".xlsx")


def bramley_xlsx(deal: Deal) -> Drawn:
    """Holdings, lots, trades and disclosures, a sheet each; Excel dates."""
    held = hand(deal, {"": some_stocks(deal, 4, 9, 3)})
    made = moves(deal.dice, held.rows, 2026, 6)
    words = {"buy": "Buy", "sell": "Sell", "reinvest": "Reinvestment"}

    def fill(book: Any) -> None:
        day = book.add_format({"num_format": "m/d/yyyy"})
        sheet = book.add_worksheet("Holdings")
        sheet.write_row(0, 0, ["Account:", held.number, "", "Date:", "June 30, 2026"])
        _whole(sheet, 2, held)
        sheet = book.add_worksheet("Tax Lots")
        sheet.write_row(0, 0, ["Symbol", "Open Date", "Shares", "Cost per Share", "Cost Basis", "Market Value"])
        place = 0
        for row in held.rows:
            for lot, value in parts(row):
                place += 1
                sheet.write(place, 0, row.symbol)
                sheet.write_datetime(place, 1, datetime.datetime.fromisoformat(lot.day), day)
                sheet.write_row(place, 2, [float(one) for one in (lot.quantity, each(lot), lot.cost, value)])
        sheet = book.add_worksheet("Transactions")
        sheet.write_row(0, 0, ["Trade Date", "Type", "Symbol", "Security", "Shares", "Price", "Amount"])
        for place, move in enumerate(made):
            sheet.write_datetime(place + 1, 0, datetime.datetime.fromisoformat(move.day), day)
            figures = (move.quantity, (move.amount / move.quantity).quantize(D("0.01")), move.amount)
            sheet.write_row(place + 1, 1, [words[move.side], move.symbol, move.name, *map(float, figures)])
        sheet = book.add_worksheet("Disclosures")
        for place in range(9):
            sheet.write(place, 0, f"{place + 1}. Values of 1,000 or more are not insured. See page {place}.")

    return Drawn(_book(fill), (held.closed(deal, as_of="2026-06-30", moves=tuple(made)),), ".xlsx")


def cowden_xlsx(deal: Deal) -> Drawn:
    """The account's number merged down its rows, a head of two merged rows, weights as percent formats."""
    accounts, hands = [], []
    for _ in range(2):
        held = hand(deal, {"": some_stocks(deal, 3, 8)}, cash=False, summed=False)
        hands.append(held)
        accounts.append(held.closed(deal, as_of="2026-06-30"))

    def fill(book: Any) -> None:
        sheet, share = book.add_worksheet("Report"), book.add_format({"num_format": "0.0%"})
        sheet.merge_range(0, 0, 0, 7, "Cowden Family Office - All positions at 30 June 2026")
        sheet.merge_range(2, 0, 3, 0, "Account Number")
        sheet.merge_range(2, 1, 2, 2, "Security")
        sheet.merge_range(2, 3, 2, 5, "Position")
        sheet.merge_range(2, 6, 2, 7, "Totals")
        sheet.write_row(3, 1, ["Ticker", "Name", "Shares", "Price", "Value", "Cost", "Weight"])
        place = 4
        for held in hands:
            sheet.merge_range(place, 0, place + len(held.rows) - 1, 0, held.number)
            for row in held.rows:
                sheet.write_row(place, 1, _line(row))
                sheet.write(place, 7, 0.113, share)
                place += 1

    return Drawn(_book(fill), tuple(accounts), ".xlsx")


def dunsfold_xlsx(deal: Deal) -> Drawn:
    """A plan: a sheet of funds, one of the sources of money that says the same sum again, one of elections."""
    rows = [replace(fund(deal.dice, deal.taken), cost=None) for _ in range(deal.dice.randrange(3, 8))]
    held = hand(deal, {"": rows}, cash=False)

    def fill(book: Any) -> None:
        sheet = book.add_worksheet("Balances by fund")
        sheet.write_row(0, 0, ["Plan:", "Dunsfold Tools 401(k)"])
        sheet.write_row(1, 0, ["Account:", held.number])
        sheet.write_row(3, 0, ["Fund", "Units", "Unit value", "Balance"])
        for place, row in enumerate(held.rows):
            sheet.write_row(4 + place, 0, [row.name, float(row.quantity or 0), float(row.price or 0), float(row.value)])
        sheet.write_row(4 + len(held.rows), 0, ["Total", "", "", float(held.total)])
        sheet = book.add_worksheet("Balances by source")
        sheet.write_row(0, 0, ["Source", "Vested", "Balance"])
        half = (held.value / 3).quantize(D("0.01"))
        sheet.write_row(1, 0, ["Employee deferral", 1.0, float(held.value - half)])
        sheet.write_row(2, 0, ["Employer match", 0.8, float(half)])
        sheet.write_row(3, 0, ["Total", "", float(held.value)])
        sheet = book.add_worksheet("Elections")
        sheet.write_row(0, 0, ["Fund", "Election"])
        for place, row in enumerate(held.rows):
            sheet.write_row(1 + place, 0, [row.name, 0.25])

    return Drawn(_book(fill), (held.closed(deal),), ".xlsx")
