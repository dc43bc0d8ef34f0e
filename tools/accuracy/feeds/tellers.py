"""Downloads of full-service firms, an adviser's desk, a web broker by lots, a fund family: as their sites give them."""

import csv
import io
from dataclasses import replace
from typing import Any

from tools.accuracy.content import bond, moves, stock
from tools.accuracy.drawing import dollars, plain, us_day
from tools.accuracy.feeds.markup import XML, tag
from tools.accuracy.houses.hands import each, hand, parts, some_stocks
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import etf, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

Line = list[object]


def _mixed(deal: Deal) -> list[Row]:
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken, odd=dice.random() < 0.3) for _ in range(dice.randrange(2, 9))]
    rows += [etf(dice, taken) for _ in range(dice.randrange(1, 5))]
    return rows + [class_fund(dice, taken) for _ in range(dice.randrange(0, 4))]


def _csv(lines: list[Line], quoting: Any = csv.QUOTE_MINIMAL) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=quoting)
    writer.writerows(lines)
    return out.getvalue().encode()


def marleigh_csv(deal: Deal) -> Drawn:
    """Every cell in quotes, heads with blanks at their ends, balances as rows without symbols below, a sum last."""
    held = hand(deal, {"": _mixed(deal)})
    cash = held.cash or ZERO
    heads = [
        "Symbol ",
        "CUSIP #",
        "Security Description",
        "Account #",
        "Quantity",
        "Price ($)",
        "Day's Price $ Chg % Chg",
        "Value ($)",
        "Day's Value $ Chg % Chg",
        "Unit Cost ($)",
        "Cost Basis ($)",
        "Unrealized $ Chg % Chg",
    ]
    lines: list[Line] = [["Exported on: 06/30/2026 04:05 PM ET"], [], ["CMA-Edge", held.number], [], [*heads]]
    for row in held.rows:
        unit = (row.cost or ZERO) / (row.quantity or D(1))
        gain = f"{plain(row.gain)} {(row.gain or ZERO) * 100 / (row.cost or D(1)):.2f}%"
        figures: Line = [plain(row.quantity, 4), f"${plain(row.price, 4)}", "$0.31 0.11%", dollars(row.value)]
        lines.append(
            [
                row.symbol,
                "",
                row.name,
                held.number,
                *figures,
                "$12.10 0.11%",
                f"${plain(unit, 4)}",
                dollars(row.cost),
                gain,
            ]
        )
    blank: Line = [held.number, "", "", ""]
    lines.append(["", "", "Money accounts", *blank, dollars(cash), "", "", "", ""])
    lines.append(["", "", "Cash balance", *blank, "$0.00", "", "", "", ""])
    lines.append(["", "", "Pending activity", *blank, "$0.00", "", "", "", ""])
    lines.append(["", "", "Total", "", "", "", "", dollars(held.total), "", "", dollars(held.cost), ""])
    return Drawn(_csv(lines, csv.QUOTE_ALL), (held.closed(deal, as_of="2026-06-30", sweeps=(cash,)),), ".csv")


def lindale_xlsx(deal: Deal) -> Drawn:
    """An adviser's positions of several clients in one sheet: symbol, CUSIP or number in one column, cash by kind."""
    import xlsxwriter  # type: ignore[import-untyped]

    dice, out, made = deal.dice, io.BytesIO(), []
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Holdings")
    sheet.write_row(0, 0, ["Holdings", "", "Prices as of 06/30/2026"])
    heads = [
        "Client Name",
        "Account Nickname",
        "Account Number",
        "Account Class",
        "Symbol/CUSIP/ID",
        "Description",
        "Asset Category",
        "Quantity",
        "Price($)",
        "Value($)",
        "Cost($)",
        "Unrealized G/L($)",
        "Unrealized G/L(%)",
    ]
    sheet.write_row(2, 0, heads)
    at = 3
    for client, kind, code in (
        ("Ashgrove, Wendell", "Individual", "taxable_individual"),
        ("Ashgrove, Wendell", "IRA Rollover", "traditional_ira"),
        ("Calloway, Ines", "Roth IRA", "roth_ira"),
    )[: dice.randrange(1, 4)]:
        rows = _mixed(deal) + [bond(dice, deal.taken) for _ in range(dice.randrange(0, 3))]
        held = hand(deal, {"": rows}, summed=False)
        cash = held.cash or ZERO
        made.append(held.closed(deal, as_of="2026-06-30", registration=code, sweeps=(cash,)))
        front = [client, "SAM II", held.number, kind]
        for row in held.rows:
            group = "Fixed Income" if row.cusip else "Mutual Funds" if "FUND" in row.name else "Equities"
            gain = float((row.gain or ZERO) / (row.cost or D(1)))
            figures = [float(one or 0) for one in (row.quantity, row.price, row.value, row.cost, row.gain)]
            sheet.write_row(at, 0, [*front, row.symbol or row.cusip, row.name, group, *figures, gain])
            at += 1
        sheet.write_row(at, 0, [*front, "9999227", "INSURED CASH ACCOUNT", "Cash", float(cash), 1.0, float(cash)])
        at += 1
    book.close()
    return Drawn(out.getvalue(), tuple(made), ".xlsx")


def tiverton_csv(deal: Deal) -> Drawn:
    """Lots of a web broker: each security as a line of sums, its lots below it with a day instead of the symbol."""
    held = hand(deal, {"": some_stocks(deal, 3, 12, 3)})
    cash = held.cash or ZERO
    lines: list[Line] = [
        [f"Positions for account {held.number} as of 06/30/2026"],
        [],
        [
            "Symbol",
            "Description",
            "Open Date",
            "Qty",
            "Price",
            "Avg Cost",
            "Mkt Value",
            "Cost",
            "Gain($)",
            "% of Portfolio",
        ],
    ]
    for row in held.rows:
        front: Line = [row.symbol, row.name, "", plain(row.quantity, 0), row.price, plain(each(parts(row)[0][0]), 4)]
        lines.append([*front, plain(row.value), plain(row.cost), plain(row.gain), share(row.value, held.total, 2)])
        for lot, value in parts(row):
            line: Line = ["", "", us_day(lot.day), plain(lot.quantity, 0), "", plain(each(lot), 4)]
            lines.append([*line, plain(value), plain(lot.cost), plain(value - lot.cost), ""])
    lines.append(["Cash & Sweep Vehicle", "", "", "", "", "", plain(cash), "", "", share(cash, held.total, 2)])
    lines.append(["Total", "", "", "", "", "", plain(held.total), plain(held.cost), "", "100.00%"])
    return Drawn(_csv(lines), (held.closed(deal, as_of="2026-06-30", sweeps=(cash,)),), ".csv")


def ellerton_csv(deal: Deal) -> Drawn:
    """Several accounts of one client with nicknames, the kind of account in a column, semicolons, words for no cost."""
    dice, made = deal.dice, []
    heads = "Account Nickname;Account Number;Account Type;Asset Type;Name;Symbol;Shares/Units;Price;Price Date;Value"
    lines = ["Ellerton & Rowe Online Access;;;;;;;;;;", f"{heads};Cost Basis"]
    for nick, kind, code in (("Mine", "Joint Tenants WROS", "taxable_joint"), ("Later", "Roth IRA", "roth_ira")):
        rows = [replace(row, cost=None) if dice.random() < 0.2 else row for row in _mixed(deal)]
        held = hand(deal, {"": rows}, summed=False)
        cash = held.cash or ZERO
        made.append(held.closed(deal, registration=code, as_of="2026-06-30", sweeps=(cash,)))
        front = f"{nick};{held.number};{kind}"
        lines.append(f"{front};Cash;Cash, Money Market & Insured Bank Deposit;;;;06/30/2026;{dollars(cash)};N/A")
        for row in held.rows:
            cost = "Not available" if row.cost is None else dollars(row.cost)
            group = "Mutual Fund" if "FUND" in row.name else "Stock"
            figures = f"{plain(row.quantity, 5)};${plain(row.price)};06/30/2026;{dollars(row.value)};{cost}"
            lines.append(f"{front};{group};{row.name};{row.symbol};{figures}")
    return Drawn("\r\n".join(lines).encode("utf-16"), tuple(made), ".csv")


def averham_qfx(deal: Deal) -> Drawn:
    """A fund family's download: funds by CUSIP with tickers in the list of securities, reinvestments as income too."""
    dice, taken = deal.dice, deal.taken
    rows = [replace(class_fund(dice, taken), cost=None) for _ in range(dice.randrange(2, 9))]
    held = hand(deal, {"": rows}, cash=False, summed=False)
    done = [replace(move, side="reinvest") for move in moves(dice, rows, 2026, 6)]
    made = held.closed(deal, as_of="2026-06-30", moves=tuple(done))
    listed = "".join(
        tag(
            "REINVEST",
            tag(
                "INVTRAN",
                f"<FITID>{place}</FITID>",
                f"<DTTRADE>{move.day.replace('-', '')}120000</DTTRADE>",
                "<MEMO>INCOME DIVIDEND</MEMO>",
            ),
            _secured(move.symbol),
            "<INCOMETYPE>DIV</INCOMETYPE>",
            tag("TOTAL", str(-move.amount)),
            "<SUBACCTSEC>CASH</SUBACCTSEC>",
            tag("UNITS", str(move.quantity)),
            tag("UNITPRICE", f"{move.amount / move.quantity:.4f}"),
        )
        for place, move in enumerate(done)
    )
    body = "".join(
        tag(
            "POSMF",
            tag(
                "INVPOS",
                _secured(row.symbol or ""),
                "<HELDINACCT>CASH</HELDINACCT><POSTYPE>LONG</POSTYPE>",
                tag("UNITS", str(row.quantity)),
                tag("UNITPRICE", str(row.price)),
                tag("MKTVAL", str(row.value)),
                "<DTPRICEASOF>20260630160000</DTPRICEASOF>",
            ),
            "<REINVDIV>Y</REINVDIV><REINVCG>Y</REINVCG>",
        )
        for row in held.rows
    )
    known = "".join(
        tag(
            "MFINFO",
            tag("SECINFO", _secured(row.symbol or ""), tag("SECNAME", row.name), tag("TICKER", row.symbol or "")),
            "<MFTYPE>OPENEND</MFTYPE>",
        )
        for row in dict.fromkeys(held.rows)
    )
    text = tag(
        "OFX",
        "<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS><DTSERVER>20260701</DTSERVER>"
        "<LANGUAGE>ENG</LANGUAGE></SONRS></SIGNONMSGSRSV1><INVSTMTMSGSRSV1><INVSTMTTRNRS><TRNUID>1</TRNUID><STATUS>"
        "<CODE>0</CODE><SEVERITY>INFO</SEVERITY></STATUS><INVSTMTRS><DTASOF>20260630</DTASOF><CURDEF>USD</CURDEF>"
        f"<INVACCTFROM><BROKERID>averham.example</BROKERID><ACCTID>{held.number}</ACCTID></INVACCTFROM><INVTRANLIST>"
        f"<DTSTART>20260401</DTSTART><DTEND>20260630</DTEND>{listed}</INVTRANLIST><INVPOSLIST>{body}</INVPOSLIST>"
        "</INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>",
        f"<SECLISTMSGSRSV1><SECLIST>{known}</SECLIST></SECLISTMSGSRSV1>",
    )
    return Drawn((XML + text).encode(), (made,), ".qfx")


def _secured(symbol: str) -> str:
    return f"<SECID><UNIQUEID>{symbol}</UNIQUEID><UNIQUEIDTYPE>TICKER</UNIQUEIDTYPE></SECID>"
