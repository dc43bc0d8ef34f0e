"""A house like a regional broker: gain over per cent, notes, annuities, funds, a sweep over several banks."""

import random
from dataclasses import replace

from tools.accuracy.content import PEOPLE, bond, cents, money, note, stock
from tools.accuracy.drawing import Pencil, dollars, plain
from tools.accuracy.houses.hands import Hand, across, hand
from tools.accuracy.houses.longnames import class_fund
from tools.accuracy.houses.usual import address, before, cut, income, incomes
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, D, Drawn, Row

RJ = (40.0, -262.0, -316.0, -380.0, -430.0, -500.0, -576.0)


def raynham(deal: Deal) -> Drawn:
    """Cash, equities, fixed income, funds, annuities and products with gain over per cent, lots of one line."""
    dice, taken = deal.dice, deal.taken
    owner = dice.choice(PEOPLE)
    kind, registration = dice.choice(
        (
            ("Joint Tenants with Rights of Survivorship", "taxable_joint"),
            ("Individual Retirement Account - Roth", "roth_ira"),
            ("Individual Retirement Account - Traditional", "traditional_ira"),
        )
    )
    groups = {
        "Equities": [stock(dice, taken) for _ in range(dice.randrange(3, 11))],
        "Fixed Income": [replace(bond(dice, taken), lots=()) for _ in range(dice.randrange(0, 4))],
        "Mutual Funds": [class_fund(dice, taken) for _ in range(dice.randrange(1, 5))],
        "Annuities": [_annuity(dice) for _ in range(dice.randrange(0, 2))],
        "Alternative Investments": [replace(note(dice, taken), kinds=()) for _ in range(dice.randrange(0, 3))],
    }
    held = hand(deal, {title: rows for title, rows in groups.items() if rows})
    held = replace(held, number=str(dice.randrange(10**7, 10**8)))
    cash = held.cash or ZERO
    facts = {"as_of": "2026-06-30", "registration": registration, "sweeps": (cash, cash - 5, D(5))}
    made = held.closed(deal, **facts)
    pencil = Pencil(size=7)
    pencil.on_page = lambda one: _rj_frame(one, owner, held)
    _rj_front(pencil, dice, owner, kind, held)
    pencil.page()
    _rj_cash(pencil, held)
    for title, rows in held.groups.items():
        _rj_group(pencil, held, title, rows)
    pencil.room(40)
    across(pencil, RJ, ("Portfolio Total", "", "", dollars(held.total)), "B", 16, 9)
    pencil.say(
        "Please see the Cost Basis notes on the Understanding Your Statement page. Cost basis may have "
        "been supplied by you.",
        40,
        "",
        10,
        6,
    )
    return pencil.drawn(made)


def _annuity(dice: random.Random) -> Row:
    value = money(dice, 20_000, 400_000)
    return Row(
        None, f"{dice.choice(('QUILL', 'HARBOR', 'SLATE'))} LIFE INSURANCE CO VARIABLE ANNUITY", None, None, value
    )


def _rj_frame(pencil: Pencil, owner: str, held: Hand) -> None:
    across(
        pencil,
        (40, -576),
        ("RAYNHAM FINANCIAL", "Client Account Statement" if pencil.pages == 1 else "Your Portfolio"),
        "B",
        11,
        10,
    )
    across(pencil, (40, -576), ("May 29 to June 30, 2026", f"Account No. {held.number}"), "", 20, 8)
    pencil.at(40, f"Page {pencil.pages} of 8", "", 6.5, 772)
    pencil.at(-576, f"{owner} Account No. {held.number}", "", 6.5, 772)


def _rj_front(pencil: Pencil, dice: random.Random, owner: str, kind: str, held: Hand) -> None:
    pencil.page()
    pencil.say(address(dice, owner), 40, "", 10, 8)
    pencil.y += 10
    across(pencil, (40, 330), (f"{owner.title()} Account Summary", "YOUR FINANCIAL ADVISOR"), "B", 12, 9)
    across(pencil, (40, 330), (kind, "LYDIA M HARGREAVE, CFP"), "", 12)
    across(pencil, (40, 330), ("Closing Value", "Raynham Financial | 555-010-2212"), "", 20)
    across(pencil, (40,), (dollars(held.total),), "B", 24, 16)
    across(pencil, (40, -220, -290), ("Account Activity", "This Statement", "Year to Date"), "B", 12)
    old = before(held.total, 9)
    for label, first, second in (
        ("Beginning Balance", dollars(old), dollars(before(held.total, 2))),
        ("Deposits", "$0.00", "$6,500.00"),
        ("Income", "$102.30", "$811.20"),
        ("Withdrawals", "$0.00", "$(1,000.00)"),
        ("Expenses", "$0.00", "$(75.00)"),
        ("Change in Value", dollars(held.total - old - D("102.30")), "$4,110.20"),
        ("Ending Balance", dollars(held.total), dollars(held.total)),
    ):
        across(pencil, (40, -220, -290), (label, first, second), "B" if "Balance" in label else "", 11)
    pencil.y += 16
    pencil.say("Asset Allocation Analysis", 40, "B", 13, 10)
    across(pencil, (60, -220, -290), ("", "Value", "Percentage"), "B", 11)
    for label, rate in (
        ("US Equity", 61),
        ("Non-US Equity", 14),
        ("Fixed Income", 15),
        ("Cash & Cash Alternatives", 10),
    ):
        across(pencil, (60, -220, -290), (label, dollars(cents(held.total * rate / 100)), f"{rate}.00%"), "", 11)


def _rj_cash(pencil: Pencil, held: Hand) -> None:
    pencil.say("Your Portfolio", 40, "B", 16, 12)
    pencil.say("Cash & Cash Alternatives", 40, "B", 13, 10)
    pencil.say("Raynham Bank Deposit Program *", 40, "B", 11, 8)
    across(
        pencil,
        (40, -380, -470, -576),
        ("Description", "Value", "Estimated Income Yield", "Estimated Annual Income"),
        "B",
        11,
    )
    cash = held.cash or ZERO
    across(
        pencil,
        (40, -380, -470, -576),
        ("Raynham Bank Deposit Program # - Selected Sweep Option", "", "0.25%", "$8.11"),
        "",
        10,
    )
    across(pencil, (56, -300), ("Harbor Bank NA", dollars(cash - 5)), "", 10)
    across(pencil, (56, -300), ("Raynham Bank", "$5.00"), "", 10)
    across(pencil, (40, -380, -576), ("Raynham Bank Deposit Program Total", dollars(cash), "$8.11"), "B", 12)
    across(pencil, (40, -380, -576), ("Cash & Cash Alternatives Total", dollars(cash), "$8.11"), "B", 22)


def _rj_head(pencil: Pencil, title: str) -> None:
    if title == "Annuities":
        across(pencil, (40, -380, -500), ("Description", "Contract Value", "As of Date"), "B", 12)
        return
    fixed = title in ("Fixed Income", "Alternative Investments")
    across(pencil, RJ, ("", "", "", "", "Est. Annual", "Total Cost Basis", "Gain or (Loss)"), "B", 8)
    across(
        pencil,
        RJ,
        (
            "Description (Symbol or CUSIP)",
            "Par Value" if fixed else "Quantity",
            "Price",
            "Value",
            "Income",
            "Average Cost",
            "Pct.",
        ),
        "B",
        12,
    )


def _rj_group(pencil: Pencil, held: Hand, title: str, rows: list[Row]) -> None:
    def again() -> None:
        pencil.say("Your Portfolio (continued)", 40, "B", 16, 12)
        pencil.say(f"{title} (continued)", 40, "B", 13, 10)
        _rj_head(pencil, title)

    pencil.room(80)
    pencil.say(title, 40, "B", 13, 10)
    _rj_head(pencil, title)
    for row in rows:
        pencil.room(36, again)
        if title == "Annuities":
            across(pencil, (40, -380, -500), (row.name, dollars(row.value), "06/30/2026"), "", 9)
            pencil.say("Contract number ending in 4471    Owner's qualified status: Non-Qualified", 40, "", 14, 6)
        else:
            _rj_row(pencil, row)
    value, cost = held.sums[title]
    gain = "" if title == "Annuities" else dollars(value - cost)
    cells = (
        "",
        "",
        dollars(value),
        "" if not gain else dollars(incomes(rows)),
        "" if not gain else dollars(cost),
        gain,
    )
    across(pencil, RJ, (f"{title} Total", *cells), "B", 22)


def _rj_row(pencil: Pencil, row: Row) -> None:
    lines = cut(f"{row.name.title() if row.symbol else row.name} ({row.symbol or row.cusip})", 38)
    cost, units = row.cost or ZERO, row.quantity or D(1)
    gain = row.gain or ZERO
    digits = 3 if row.symbol else 2
    figures = (
        plain(units, digits),
        f"${plain(row.price, 3)}",
        dollars(row.value),
        f"${plain(income(row))}",
        dollars(cost),
        dollars(gain).replace("($", "$("),
    )
    across(pencil, RJ, (lines[0], *figures), "", 9)
    rate = plain(gain * 100 / cost, 2)
    average = plain(cost / units * (1 if row.symbol else 100), 4 if row.symbol else 3)
    second = lines[1] if len(lines) > 1 else ""
    across(pencil, RJ, (second, "", "", "", "", f"${average}", f"({rate[1:]})%" if gain < 0 else f"{rate}%"), "", 9)
    for line in lines[2:]:
        pencil.say(line, 40, "", 9)
    pencil.y += 4
