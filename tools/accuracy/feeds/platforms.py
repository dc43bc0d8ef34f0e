"""Exports of trading platforms: sections in the first column, lots by day, signed units, one line of summary."""

from dataclasses import replace

from tools.accuracy.content import option
from tools.accuracy.drawing import dollars, us_day
from tools.accuracy.feeds.tables import delimited
from tools.accuracy.houses.hands import each, hand, parts, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn

Line = list[object]


def hartland_csv(deal: Deal) -> Drawn:
    """A platform: signed quantities, groups named on lines of their own, sums as label and figure at the end."""
    shares = some_stocks(deal)
    calls = [
        replace(option(deal.dice, shares[0], True), cost=None),
        replace(option(deal.dice, shares[1], False), cost=None),
    ]
    held = hand(deal, {"Equities": shares, "Options": calls})
    lines: list[Line] = [
        [f"Position Statement for {held.number} (Hartland Individual) on 6/30/26 16:00:12"],
        [],
        ["None"],
    ]
    for title, rows in held.groups.items():
        lines += [[], [title], ["Instrument", "Description", "Qty", "Mark", "Mrk Chng", "Cost", "P/L Open", "Net Liq"]]
        for row in rows:
            lines.append(
                [
                    row.symbol or "",
                    row.name,
                    f"{row.quantity:+}",
                    row.price,
                    "-.12",
                    "" if row.cost is None else dollars(row.cost),
                    dollars(row.gain),
                    dollars(row.value),
                ]
            )
        lines.append(["", "OVERALL TOTALS", "", "", "", "", "", dollars(held.sums[title][0])])
    lines += [[], ["Cash & Sweep Vehicle", dollars(held.cash)], ["Net Liquidating Value", dollars(held.total)]]
    return Drawn(delimited(lines).encode(), (held.closed(deal, as_of="2026-06-30"),), ".csv")


def ibsley_csv(deal: Deal) -> Drawn:
    """An activity statement: each line names its section and whether it is a head, data or a total."""
    shares = some_stocks(deal, lots=3)
    low = shares[-1]
    shares[-1] = replace(low, quantity=-(low.quantity or ZERO), value=-low.value, cost=-(low.cost or ZERO), lots=())
    held = hand(deal, {"Stocks": shares})
    lines: list[Line] = [
        ["Statement", "Header", "Field Name", "Field Value"],
        ["Statement", "Data", "BrokerName", "Ibsley Brokers LLC"],
        ["Statement", "Data", "Period", "June 1, 2026 - June 30, 2026"],
        ["Account Information", "Header", "Field Name", "Field Value"],
        ["Account Information", "Data", "Name", "Ines Calloway"],
        ["Account Information", "Data", "Account", held.number],
        [
            "Net Asset Value",
            "Header",
            "Asset Class",
            "Prior Total",
            "Current Long",
            "Current Short",
            "Current Total",
            "Change",
        ],
        ["Net Asset Value", "Data", "Cash ", held.cash, held.cash, 0, held.cash, 0],
        ["Net Asset Value", "Data", "Stock", 0, 0, 0, held.value, 0],
        ["Net Asset Value", "Data", "Total", 0, 0, 0, held.total, 0],
        [
            "Open Positions",
            "Header",
            "DataDiscriminator",
            "Asset Category",
            "Currency",
            "Symbol",
            "Open",
            "Quantity",
            "Mult",
            "Cost Price",
            "Cost Basis",
            "Close Price",
            "Value",
            "Unrealized P/L",
            "Code",
        ],
    ]
    for row in held.rows:
        unit = (row.cost or ZERO) / (row.quantity or D(1))
        lines.append(
            [
                "Open Positions",
                "Data",
                "Summary",
                "Stocks",
                "USD",
                row.symbol,
                "-",
                row.quantity,
                1,
                f"{unit:.8f}",
                row.cost,
                row.price,
                row.value,
                row.gain,
                "",
            ]
        )
        for lot, value in parts(row) if row.lots else ():
            lines.append(
                [
                    "Open Positions",
                    "Data",
                    "Lot",
                    "Stocks",
                    "USD",
                    row.symbol,
                    f"{lot.day}, 10:12:00",
                    lot.quantity,
                    "",
                    each(lot),
                    lot.cost,
                    row.price,
                    value,
                    value - lot.cost,
                    "LT",
                ]
            )
    lines.append(
        [
            "Open Positions",
            "Total",
            "",
            "Stocks",
            "USD",
            "",
            "",
            "",
            "",
            "",
            held.cost,
            "",
            held.value,
            held.value - held.cost,
            "",
        ]
    )
    lines.append(
        ["Financial Instrument Information", "Header", "Asset Category", "Symbol", "Description", "Conid", "Multiplier"]
    )
    lines += [
        ["Financial Instrument Information", "Data", "Stocks", row.symbol, row.name, 712_001, 1] for row in held.rows
    ]
    return Drawn(delimited(lines).encode("utf-8-sig"), (held.closed(deal, as_of="2026-06-30"),), ".csv")


def etchwell_csv(deal: Deal) -> Drawn:
    """A summary of one line above the table; the column of symbols holds the days of the lots below each position."""
    held = hand(deal, {"": some_stocks(deal, lots=3)})
    lines: list[Line] = [
        ["Account Summary"],
        ["Account", "Net Account Value", "Day's Gain $", "Cash Purchasing Power"],
        [f"Brokerage {held.number}", held.total, "-12.10", held.cash],
        [],
        ["View Summary - All Positions"],
        [],
        ["Symbol", "Last Price $", "Change %", "Qty #", "Price Paid $", "Total Cost $", "Total Gain $", "Value $"],
    ]
    for row in held.rows:
        unit = (row.cost or ZERO) / (row.quantity or D(1))
        lines.append([row.symbol, row.price, "-0.10", row.quantity, f"{unit:.4f}", row.cost, row.gain, row.value])
        lines += [
            [us_day(lot.day), "", "", lot.quantity, each(lot), lot.cost, value - lot.cost, value]
            for lot, value in parts(row)
        ]
    lines += [
        ["CASH", "", "", "", "", "", "", held.cash],
        ["TOTAL", "", "", "", "", held.cost, held.value - held.cost, held.total],
        ["Generated at Jun 30 2026 04:12 PM ET"],
    ]
    return Drawn(delimited(lines).encode(), (held.closed(deal, as_of="2026-06-30"),), ".csv")
