"""Houses of plans and insurers: contracts without units, units under values, loans, beneficiaries, riders."""

from dataclasses import replace

from tools.accuracy.content import fund, money
from tools.accuracy.drawing import Column, Pencil, Table, dollars, of, plain, words
from tools.accuracy.houses.hands import framed, hand
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, Row


def pellworth(deal: Deal) -> Drawn:
    """A teachers' plan: a traditional contract without units, annuity units to four places, a loan, beneficiaries."""
    dice, taken = deal.dice, deal.taken
    base = money(dice, 900, 90_000)
    rows = [Row(None, "Pellworth Traditional (guaranteed)", None, None, base)]
    rows += [replace(fund(dice, taken, 4), cost=None) for _ in range(dice.randrange(3, 8))]
    held = hand(deal, {"": rows}, cash=False)
    pencil = Pencil(font="Sans", size=8.5)
    framed(
        pencil,
        ("PELLWORTH", "Retirement portfolio statement"),
        ("Alder State University 403(b) Retirement Plan", "Jan 1 - Mar 31, 2026"),
        ("Prudence Okonjo-Hale", f"Account no. {held.number}"),
    )
    pencil.row([(40, "Ending balance"), (-300, dollars(held.total))], "B", 13, 11)
    pencil.row([(40, "Outstanding loan balance"), (-300, "$4,200.00")])
    pencil.row([(40, "Estimated lifetime monthly income at 67"), (-300, "$1,022.00")], "", 24)
    pencil.say("Your investments", 40, "B", 14, 11)
    table = Table(
        pencil,
        [
            Column("", 40, words("name")),
            Column("Opening balance|Jan 1", -300, lambda row: dollars(row.value - 100)),
            Column("Change", -360, lambda row: "$100.00"),
            Column("Units|Mar 31", -430, of("quantity", plain, 4, none="-")),
            Column("Unit price|Mar 31", -490, of("price", plain, 4, none="-")),
            Column("Closing balance|Mar 31", -570, of("value", dollars)),
        ],
        step=14,
    )
    table.head()
    table.rows(held.rows)
    table.line(
        ["Total", dollars(held.value - 100 * len(rows)), dollars(D(100 * len(rows))), "", "", dollars(held.total)],
        "B",
        28,
    )
    pencil.row(
        [
            (40, "Fund performance"),
            (-300, "3 months"),
            (-360, "1 year"),
            (-430, "5 years"),
            (-490, "10 years"),
            (-570, "Expense ratio"),
        ],
        "B",
    )
    for row in rows[1:]:
        pencil.row(
            [(40, row.name), (-300, "2.10%"), (-360, "11.20%"), (-430, "7.04%"), (-490, "8.11%"), (-570, "0.045%")]
        )
    pencil.y += 14
    pencil.row([(40, "Beneficiaries"), (-300, "Relationship"), (-430, "Share"), (-570, "Estimated amount")], "B")
    pencil.row([(40, "Ines Calloway"), (-300, "Spouse"), (-430, "100%"), (-570, dollars(held.total))])
    return pencil.drawn(held.closed(deal, as_of="2026-03-31", registration="403b"))


def penhallow(deal: Deal) -> Drawn:
    """An insurer: a fixed account by rate alone, subaccounts whose units stand under their values, riders as decoys."""
    dice, taken = deal.dice, deal.taken
    fixed = money(dice, 900, 60_000)
    rows = [Row(None, "Fixed Account - 1 Year 3.85%", None, None, fixed)]
    rows += [replace(fund(dice, taken, 4), cost=None) for _ in range(dice.randrange(3, 8))]
    held = hand(deal, {"": rows}, cash=False)
    pencil = Pencil(size=9)
    framed(
        pencil,
        ("Penhallow Assurance Company", "Quarterly contract summary"),
        (f"Contract number {held.number}", "As of 09/30/2026"),
    )
    for label, text in (
        ("Product", "Flexible premium deferred variable annuity"),
        ("Owner", "Odalys Fenwick"),
        ("Annuitant", "Odalys Fenwick"),
        ("Plan type", "Non-qualified"),
        ("Contract date", "05/17/2016"),
    ):
        pencil.row([(40, label), (170, text)])
    pencil.y += 12
    pencil.row([(40, "Contract value"), (-400, dollars(held.total))], "B")
    for label, off in (
        ("Cash surrender value", "-900"),
        ("Death benefit", "4000"),
        ("Living benefit base (not a cash value)", "22000"),
    ):
        pencil.row([(40, label), (-400, dollars(held.total + D(off)))])
    pencil.y += 14
    pencil.row([(40, "Investment option"), (-330, "Allocation"), (-450, "Value"), (-560, "Quarter return")], "B", 10)
    pencil.row([(-450, "Units x unit value")], "", 15, 7)
    for row in held.rows:
        pencil.room(30)
        pencil.row([(40, row.name), (-330, "20%"), (-450, dollars(row.value)), (-560, "1.2%")], "", 10)
        pencil.row([(-450, f"{plain(row.quantity, 4)} x {row.price:,.3f}" if row.quantity else "")], "", 15, 7)
    pencil.row([(40, "Total"), (-330, "100%"), (-450, dollars(held.total))], "B", 24)
    pencil.say("Rider charges this quarter: 0.25% of $100,000.00. Withdrawals to date: $12,500.00.", 40, "", 10, 7)
    return pencil.drawn(held.closed(deal, as_of="2026-09-30", registration="annuity"))
