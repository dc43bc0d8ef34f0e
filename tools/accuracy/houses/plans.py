"""Houses in the look of recordkeepers, insurers, fund families and administrators of private funds."""

from tools.accuracy.content import cents, fund, number, stock, venture
from tools.accuracy.drawing import Column, Pencil, Table, dollars, of, plain, us_day, words
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, worth


def saltmarsh(deal: Deal) -> Drawn:
    """A plan: what each fund did in the quarter, then units and prices, then the same money by its source; vesting."""
    dice, taken = deal.dice, deal.taken
    rows = [fund(dice, taken) for _ in range(dice.randrange(3, 9))]
    rows = [type(r)(None, r.name, r.quantity, r.price, r.value) for r in rows]
    account, true_total = number(dice), worth(rows)
    total = deal.total(true_total)
    rows = deal.shown(rows)
    pencil = Pencil(font="Sans", size=8)
    pencil.page()
    pencil.row([(40, "SALTMARSH RETIREMENT"), (-570, "Quarterly Statement")], "B", 16, 13)
    pencil.say("Acorn Mills Inc. 401(k) Profit Sharing Plan\nINES CALLOWAY\nAccount Number "
               f"{account}\nStatement period: 04/01/2026 to 06/30/2026", 40, "", 12)  # fmt: skip
    pencil.y += 10
    pencil.row([(40, "Your account balance on 06/30/2026"), (-340, dollars(total))], "B", 14, 11)
    pencil.row([(40, "Your vested balance"), (-340, dollars(cents(total * D("0.8"))))], "", 14)
    pencil.row([(40, "Personal rate of return this period"), (-340, "3.21%")], "", 24)
    pencil.say("Account Activity by Investment", 40, "B", 14, 10)
    flow = Table(pencil, [
        Column("Investment", 40), Column("Beginning|Balance", -290), Column("Contri-|butions", -350),
        Column("Gain/|Loss", -420), Column("Fees", -470), Column("Ending|Balance", -560),
    ], step=12)  # fmt: skip
    flow.head()
    for row in rows:
        flow.line([row.name, dollars(row.value - D("307.50")), "$300.00", "$10.00", "-$2.50", dollars(row.value)])
    flow.line(["Total", dollars(true_total - D("307.50") * len(rows)), dollars(D(300) * len(rows)), "", "",
               dollars(total)], "B", 26)  # fmt: skip
    pencil.say("Units and Prices", 40, "B", 14, 10)
    table = Table(pencil, [
        Column("Investment", 40, words("name")), Column("Units on|06/30/2026", -340, of("quantity", plain, 3)),
        Column("Unit price on|06/30/2026", -430, lambda row: f"${row.price:,.3f}"),
        Column("Value on|06/30/2026", -530, of("value", dollars)),
    ], step=12)  # fmt: skip
    table.head()
    table.rows(rows)
    table.line(["Total", "", "", dollars(total)], "B", 26)
    pencil.say("Account Balance by Source", 40, "B", 14, 10)
    pencil.row([(40, "Source"), (-340, "Balance"), (-430, "Vested %"), (-530, "Vested Balance")], "B")
    half = cents(total / 2)
    for label, part in (("Employee Deferral", half), ("Employer Match", total - half)):
        pencil.row([(40, label), (-340, dollars(part)), (-430, "80%"), (-530, dollars(cents(part * D("0.8"))))])
    made = deal.close(account, rows, total, as_of="2026-06-30", registration="401k")
    return pencil.drawn(made)


def thornmere(deal: Deal) -> Drawn:
    """A variable annuity: contract, surrender value, death benefit, units to six places of subaccounts."""
    dice, taken = deal.dice, deal.taken
    rows = [fund(dice, taken, 4) for _ in range(dice.randrange(3, 9))]
    rows = [type(r)(None, r.name, r.quantity, r.price, r.value) for r in rows]
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    pencil = Pencil(font="Times", size=10)
    pencil.page()
    pencil.row([(40, "Thornmere Life Insurance Company")], "B", 16, 14)
    pencil.say("Variable Annuity Contract - Annual Report", 40, "", 20, 11)
    for label, text in (("Contract Number:", account), ("Owner:", "Wendell K. Ashgrove"),
                        ("Annuitant:", "Ines Calloway"),
                        ("Issue Date:", "02/11/2014"), ("Reporting date:", "December 31, 2025"),
                        ("Qualified Status:", "Non-Qualified")):  # fmt: skip
        pencil.row([(40, label), (200, text)])
    pencil.y += 10
    pencil.row([(40, "Contract Value"), (-330, dollars(total))], "B")
    pencil.row([(40, "Surrender Value"), (-330, dollars(total - 1200))])
    pencil.row([(40, "Guaranteed Minimum Death Benefit"), (-330, dollars(total + 4000))], "", 26)
    table = Table(pencil, [
        Column("Subaccount", 40, words("name")), Column("Accumulation|Units", -340, of("quantity", plain, 4)),
        Column("Accumulation|Unit Value", -430, lambda row: f"{row.price:,.3f}"),
        Column("Contract|Value", -530, of("value", dollars)),
    ], step=14, ruled=True)  # fmt: skip
    table.head()
    table.rows(rows)
    table.line(["Total Contract Value", "", "", dollars(total)], "B", 26)
    pencil.say("Fees are deducted daily at an annual rate of 1.25% of $100,000. See pages 3 and 14.", 40, "", 12, 8)
    made = deal.close(account, rows, total, as_of="2025-12-31", registration="annuity")
    return pencil.drawn(made)


def umberstone(deal: Deal) -> Drawn:
    """Private funds held away: commitment, called, distributed, unfunded, value and its own date, lock-up."""
    dice, taken = deal.dice, deal.taken
    rows = [venture(dice, taken) for _ in range(dice.randrange(3, 9))]
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    pencil = Pencil(landscape=True, font="Serif", size=8)
    pencil.page()
    pencil.row([(40, "Umberstone Fund Services")], "B", 16, 14)
    pencil.row([(40, "Investor: Calloway Family LLC"), (300, f"Account number: {account}")])
    pencil.row([(40, "Alternative Investments Summary as of September 30, 2026")], "", 26)
    table = Table(pencil, [
        Column("Fund", 40, words("name")), Column("Vintage", 235, lambda row: "2021"),
        Column("Commitment", -350, of("commitment", dollars)), Column("Capital|Called", -430, of("called", dollars)),
        Column("Distributions", -510, lambda row: dollars(cents(row.value / 9))),
        Column("Unfunded|Commitment", -590, of("unfunded", dollars)),
        Column("Net Asset|Value", -675, of("value", dollars)),
        Column("NAV Date", 690, lambda row: us_day(row.nav_date)),
    ], step=16)  # fmt: skip
    table.head()
    table.rows(rows)
    committed = sum((row.commitment or D(0) for row in rows), D(0))
    table.line(["Total Alternative Investments", "", dollars(committed), "", "",
                "", dollars(total)], "B", 24)  # fmt: skip
    pencil.say("Redemptions are subject to a lock-up until 12/31/2028 and a gate of 25% per quarter.", 40, "", 12, 7)
    made = deal.close(account, rows, total, as_of="2026-09-30")
    return pencil.drawn(made)


def brackenbury(deal: Deal) -> Drawn:
    """A fund family: each fund a box of labels and values with its own activity under it, running share balances."""
    dice, taken = deal.dice, deal.taken
    rows = [stock(dice, taken, whole=False) for _ in range(dice.randrange(2, 6))]
    rows = [type(r)(r.symbol, f"{r.name.title()} Fund-A", r.quantity, r.price, r.value) for r in rows]
    account = number(dice)
    total = deal.total(worth(rows))
    rows = deal.shown(rows)
    pencil = Pencil(size=9)
    pencil.page()
    pencil.row([(40, "Brackenbury Funds"), (-570, "Year-to-date statement")], "B", 14, 13)
    pencil.row([(40, f"Account number: {account}"), (-570, "January 1 - September 30, 2026")], "", 26)
    pencil.row([(40, "Fund name and symbol"), (-340, "Shares"), (-430, "Share price"), (-540, "Value on 09/30/2026")],
               "B")  # fmt: skip
    for row in rows:
        pencil.row([(40, f"{row.name} {row.symbol}"), (-340, plain(row.quantity, 3)),
                    (-430, dollars(row.price)), (-540, dollars(row.value))])  # fmt: skip
    pencil.row([(40, "Total account value"), (-540, dollars(total))], "B", 26)
    for row in rows:
        pencil.room(110)
        pencil.row([(40, f"{row.name} - Fund #{dice.randrange(100, 999)}")], "B", 14, 10)
        pencil.row([(40, "Trade date"), (120, "Description"), (-330, "Dollar amount"), (-390, "Share price"),
                    (-475, "Shares transacted"), (-560, "Share balance")], "B")  # fmt: skip
        pencil.row([(120, "Beginning share balance"), (-560, plain((row.quantity or D(0)) - 2, 3))])
        bought = D(2)
        pencil.row([(40, "03/14/2026"), (120, "Income dividend reinvested"), (-330, dollars((row.price or D(0)) * 2)),
                    (-390, dollars(row.price)), (-475, plain(bought, 3)), (-560, plain(row.quantity, 3))])  # fmt: skip
        pencil.row([(120, "Ending share balance"), (-560, plain(row.quantity, 3))], "B", 24)
    made = deal.close(account, rows, total, as_of="2026-09-30")
    return pencil.drawn(made)
