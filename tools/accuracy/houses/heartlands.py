"""Houses of planners: several accounts on one statement, symbols in brackets below, lots by number."""

from tools.accuracy.content import PEOPLE, bond, cents, stock
from tools.accuracy.drawing import Column, Pencil, Table, dollars, plain
from tools.accuracy.houses.hands import Hand, across, each, hand, in_lots, parts, said
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import before, cut, etf, income, incomes, share
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn


def ampleforth(deal: Deal) -> Drawn:
    """A planning firm: holdings with the symbol under the name in brackets, managed and self-directed, two accounts."""
    dice = deal.dice
    owner = dice.choice(PEOPLE)
    kinds = (("Ampleforth Brokerage", "taxable_individual"), ("Ampleforth SPS Advantage Roth IRA", "roth_ira"))
    pencil = Pencil(size=7.5)
    accounts: list[tuple[str, Hand]] = []
    made = []
    for kind, code in kinds[: dice.randrange(1, 3)]:
        groups = {
            "Equities": [stock(dice, deal.taken) for _ in range(dice.randrange(1, 9))],
            "Exchange traded funds": [etf(dice, deal.taken) for _ in range(dice.randrange(1, 6))],
            "Mutual funds": [class_fund(dice, deal.taken) for _ in range(dice.randrange(1, 6))],
        }
        held = hand(deal, groups)
        accounts.append((kind, held))
        known = code if code == "roth_ira" else None
        made.append(held.closed(deal, as_of="2026-06-30", sweeps=(held.cash or ZERO,), registration=known))

    def frame(one: Pencil) -> None:
        across(one, (40, -572), ("Ampleforth Financial Services", "Consolidated statement | June 2026"), "B", 12)
        across(one, (40, -572), (f"Prepared for {owner}", f"Page {one.pages}"), "", 22)

    pencil.on_page = frame
    pencil.page()
    pencil.say("Your accounts at a glance", 40, "B", 16, 12)
    across(pencil, (40, 260, -420, -560), ("Account", "Number", "Value on 05/31/2026", "Value on 06/30/2026"), "B", 12)
    for kind, held in accounts:
        across(
            pencil,
            (40, 260, -420, -560),
            (kind, held.number, dollars(before(held.total, 5)), dollars(held.total)),
            "",
            12,
        )
    whole = sum((held.total for _, held in accounts), ZERO)
    across(
        pencil,
        (40, -420, -560),
        (
            "Total value of your accounts",
            dollars(sum((before(held.total, 5) for _, held in accounts), ZERO)),
            dollars(whole),
        ),
        "B",
        24,
    )
    for kind, held in accounts:
        _ampleforth_account(pencil, kind, held, owner)
    pencil.say(
        "Cost basis is provided as a service and may not match your tax records.",
        40,
        "",
        10,
        6,
    )
    return pencil.drawn(*made)


def _ampleforth_account(pencil: Pencil, kind: str, held: Hand, owner: str) -> None:
    cash = held.cash or ZERO
    pencil.page()
    pencil.say(kind, 40, "B", 14, 13)
    across(pencil, (40, 260), (f"Account number: {held.number}", f"Registration: {owner}"), "", 20)
    across(pencil, (40, -330, -420), ("Value summary", "This month", "This year"), "B", 12)
    for label, value in (
        ("Beginning account value", before(held.total, 5)),
        ("Change in value of holdings", held.total - before(held.total, 5)),
        ("Ending account value", held.total),
    ):
        across(pencil, (40, -330, -420), (label, dollars(value), dollars(cents(value * D("0.98")))), "", 12)
    pencil.y += 12
    pencil.say("Your holdings", 40, "B", 14, 11)
    columns = [
        Column("Security description|(symbol)", 40),
        Column("Quantity", -262),
        Column("Price per|share", -320),
        Column("Market value", -392),
        Column("Cost basis", -458),
        Column("Unrealized|gain or loss", -518),
        Column("Est. annual|income", -572),
    ]
    table = Table(pencil, columns, step=10)
    table.again = lambda: pencil.say(f"{kind} {held.number} (continued)", 40, "B", 14)
    table.head()
    table.line(["Cash and cash equivalents"], "B", 11)
    table.line(["AMPLEFORTH INSURED MONEY MARKET", "", "", dollars(cash), "", "", plain(income_of(cash))], step=10)
    table.line(["ACCOUNT (AIMMA)"], step=14)
    for title, rows in held.groups.items():
        table.break_page(40)
        table.line([title], "B", 11)
        for row in rows:
            table.break_page(32)
            lines = cut(row.name, 32)
            table.line(
                [
                    lines[0],
                    plain(row.quantity, 3),
                    "$" + plain(row.price),
                    dollars(row.value),
                    dollars(row.cost),
                    dollars(row.gain),
                    plain(income(row)),
                ],
                step=9,
            )
            for line in (*lines[1:], f"({row.symbol})"):
                table.line([line], step=9)
            pencil.y += 3
        value, cost = held.sums[title]
        table.line(
            [
                f"Total {title.lower()}",
                "",
                "",
                dollars(value),
                dollars(cost),
                dollars(value - cost),
                plain(incomes(rows)),
            ],
            "B",
            16,
        )
    table.break_page(30)
    table.line([f"Total {kind}", "", "", dollars(held.total)], "B", 24)


def income_of(cash: D) -> D:
    """What cash is estimated to pay in a year."""
    return cents(cash * D("0.001"))


def stanhope(deal: Deal) -> Drawn:
    """A full-service firm: assets held at the firm, symbol and kind in one column, lots under most positions."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    equities = [in_lots(dice, stock(dice, taken), 4) for _ in range(dice.randrange(2, 11))]
    groups = {
        "Equities": equities,
        "Mutual Funds": [class_fund(dice, taken) for _ in range(dice.randrange(0, 5))],
        "Corporate/Municipal Bonds": [bond(dice, taken) for _ in range(dice.randrange(0, 4))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    cash = held.cash or ZERO
    made = held.closed(deal, as_of="2026-06-30", owner=owner.upper(), sweeps=(cash,))
    pencil = Pencil(landscape=True, size=7)

    def frame(one: Pencil) -> None:
        across(
            one,
            (40, 330, -752),
            (
                "STANHOPE",
                "Account Statement" if one.pages == 1 else "ASSET DETAILS (continued)",
                "June 1 - June 30, 2026",
            ),
            "B",
            12,
            9,
        )
        across(
            one, (40, 330, -752), (owner.upper(), f"Account Number: {held.number}", f"Page {one.pages} of 8"), "", 22
        )

    pencil.on_page = frame
    pencil.page()
    across(pencil, (40, -260, -340, -440), ("STANHOPE PRESTIGE ACCOUNT", "June 30", "May 31", "% of assets"), "B", 12)
    for label, value in (
        ("Net Cash Equivalents", cash),
        ("Net Portfolio Assets held at Stanhope", held.value),
        ("Net Portfolio Assets not held at Stanhope", ZERO),
    ):
        across(
            pencil,
            (40, -260, -340, -440),
            (label, dollars(value), dollars(before(value, 3)), share(value, held.total, 2)),
            "",
            11,
        )
    across(
        pencil,
        (40, -260, -340, -440),
        ("Net Portfolio Value", dollars(held.total), dollars(before(held.total, 3)), "100.00%"),
        "B",
        22,
    )
    across(pencil, (40, -260, -340), ("YOUR CHANGE IN PORTFOLIO VALUE", "June", "Year-to-date"), "B", 12)
    for label, value in (
        ("Net Cash Flow (Inflows/Outflows)", D("-100.11")),
        ("Securities Transferred In/Out", ZERO),
        ("Income and Distributions", D("310.20")),
        ("Change in Securities Value", held.total - before(held.total, 3) - D("210.09")),
    ):
        across(pencil, (40, -260, -340), (label, dollars(value), dollars(cents(value * 2))), "", 11)
    pencil.y += 14
    pencil.say("ASSET DETAILS", 40, "B", 12, 10)
    pencil.say(
        "This section shows the cash equivalents and/or securities in your account.",
        40,
        "",
        14,
        6,
    )
    across(
        pencil,
        (40, -380, -460, -600, -690),
        ("NET CASH EQUIVALENTS", "Current value", "Cost Basis", "Estimated Annualized Income", "Estimated Yield %"),
        "B",
        11,
    )
    across(pencil, (40, -380, -460, -600, -690), ("CASH", "0.00", "0.00", "", ""), "", 10)
    across(
        pencil,
        (40, -380, -460, -600, -690),
        ("STANHOPE FDIC INSURED", plain(cash), plain(cash), plain(income_of(cash)), "0.10%"),
        "",
        10,
    )
    across(pencil, (40, -380, -460), ("Total Net Cash Equivalents", dollars(cash), dollars(cash)), "B", 18)
    pencil.say("PORTFOLIO ASSETS - HELD AT STANHOPE", 40, "B", 13, 9)
    columns = [
        Column("|", 40),
        Column("Symbol/|Bond Rating/Type", 210),
        Column("Quantity", -330),
        Column("Current|Price", -385),
        Column("Current|Value", -460),
        Column("Average Unit|Cost", -520),
        Column("Cost Basis", -590),
        Column("Unrealized|Gain/(-)Loss", -645),
        Column("Est. Annualized|Income", -706),
        Column("Estimated|Yield %", -752),
    ]
    table = Table(pencil, columns, step=10)
    for title, rows in held.groups.items():
        pencil.room(80)
        columns[0] = Column(title, 40)
        table.columns = columns
        table.head()
        for row in rows:
            table.break_page(36)
            unit = (row.cost or ZERO) / (row.quantity or D(1)) * (100 if row.cusip else 1)
            lines = cut(row.name, 36) + ([f"CUSIP: {row.cusip}"] if row.cusip else [])
            sign = "Aa2/AA" if row.cusip else row.symbol or ""
            table.line(
                [
                    lines[0],
                    sign,
                    plain(row.quantity, 3),
                    plain(row.price, 4),
                    plain(row.value),
                    plain(unit, 4),
                    plain(row.cost),
                    plain(row.gain),
                    plain(income(row)),
                    "1.53%",
                ]
            )
            second = ["Cash"] if len(lines) < 2 else [lines[1], "Cash"]
            table.line(second if len(second) == 2 else ["", "Cash"], step=9)
            for line in lines[2:]:
                table.line([line], step=9)
            for number, (lot, value) in enumerate(parts(row) if row.lots else (), 1):
                table.break_page(10)
                cells = (
                    plain(lot.quantity, 3),
                    plain(row.price, 4),
                    plain(value),
                    plain(each(lot), 4),
                    plain(lot.cost),
                )
                table.line([f"   Lot {number}", said(lot.day, "%m/%d/%Y"), *cells, plain(value - lot.cost)], step=9)
            pencil.y += 3
        value, cost = held.sums[title]
        table.line(
            [
                f"Total {title}",
                "",
                "",
                "",
                dollars(value),
                "",
                dollars(cost),
                dollars(value - cost).replace("($", "-$").replace(")", ""),
                dollars(incomes(rows)),
                "1.53%",
            ],
            "B",
            20,
        )
    pencil.room(50)
    table.line(
        [
            "Total Portfolio Assets - Held at Stanhope",
            "",
            "",
            "",
            dollars(held.value),
            "",
            dollars(held.cost),
            dollars(held.value - held.cost).replace("($", "-$").replace(")", ""),
        ],
        "B",
        12,
    )
    table.line(["Total Net Portfolio Value", "", "", "", dollars(held.total), "", dollars(held.cost + cash)], "B", 16)
    return pencil.drawn(made)
