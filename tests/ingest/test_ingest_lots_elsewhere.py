"""Lots behind the holdings whose table no head names: found by what they add up to, and told where they do not."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-250, -330, -420)
LOT_STOPS = (-300, -360, -440, -520)
STRANGE_HEADS = ("Issue", "Opened", "Amt", "Outlay", "Worth", "Held")
KNOWN_HEADS = ("Security", "Acquired", "Quantity", "Cost", "Market Value", "Term")
HARBOR, EMBER = "QUILL HARBOR CORP", "EMBER PLC"
FIRST = ("01/04/2016", "10.000", "200.00", "300.00", "Long")
SECOND = ("08/11/2017", "20.000", "420.00", "600.00", "Long")
THIRD = ("09/12/2020", "5.000", "200.00", "250.00", "Long")
UNDER_NAMES = [(HARBOR,), ("", *FIRST), ("", *SECOND), (EMBER,), ("", *THIRD)]


def statement(heads: tuple[str, ...], lines: list[tuple[str, ...]], title: str = "Purchases") -> StatementAccount:
    """Two holdings without symbols, cash and total; then lines of name, day, units, cost, value and term."""
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account number 4745-8176"), (350, "As of June 30, 2026")], step=24)
    for name, *figures in (
        ("Security", "Quantity", "Price", "Market Value"),
        (HARBOR, "30.000", "30.00", "900.00"),
        (EMBER, "5.000", "50.00", "250.00"),
        ("Cash Balance", "", "", "$26.12"),
        ("Net Account Value", "", "", "$1,176.12"),
    ):
        pencil.row([(40, name), *zip(STOPS, figures, strict=True)])
    pencil.row([(40, title)], "B", size=12, step=18)
    for name, *rest in ([heads] if heads else []) + lines:
        day, *figures = rest or [""]
        pencil.row([(40, name), (200, day), *zip(LOT_STOPS, figures, strict=False)])
    (account,) = read_here("statement.pdf", pencil.drawn().data).accounts
    return account


def lots(account: StatementAccount) -> list[list[tuple[D | None, D | None]]]:
    """Quantity and cost of each lot, by position."""
    held = [line for line in account.positions if line.quantity is not None]
    return [[(lot.quantity, lot.cost_basis) for lot in line.lots] for line in held]


WHOLE = [[(D("10.000"), D("200.00")), (D("20.000"), D("420.00"))], [(D("5.000"), D("200.00"))]]


def test_lots_under_a_name_go_to_its_position() -> None:
    account = statement(KNOWN_HEADS, UNDER_NAMES)
    assert (lots(account), account.status) == (WHOLE, "proven")


def test_lots_under_unknown_heads_or_none_go_to_their_positions() -> None:
    for heads in (STRANGE_HEADS, ()):
        account = statement(heads, [(HARBOR, *FIRST), (HARBOR, *SECOND), (EMBER, *THIRD)])
        assert [[units for units, _ in some] for some in lots(account)] == [
            [D("10.000"), D("20.000")],
            [D("5.000")],
        ]
        assert account.status == "proven"


def test_sums_under_such_lots_are_no_sums_of_holdings() -> None:
    sums = [("Total", "", "30.000", "620.00", "900.00"), ("Total", "", "5.000", "200.00", "250.00")]
    account = statement(STRANGE_HEADS, [*UNDER_NAMES[:3], sums[0], *UNDER_NAMES[3:], sums[1]])
    assert [len(some) for some in lots(account)] == [2, 1]
    assert account.status == "proven"


def test_lots_that_do_not_add_up_leave_the_account_unproven() -> None:
    wrong = ("08/11/2017", "21.000", "420.00", "600.00", "Long")
    for second in ([("", *wrong)], []):
        account = statement(STRANGE_HEADS, [(HARBOR,), ("", *FIRST), *second, (EMBER,), ("", *THIRD)])
        assert account.status == "unproven"
        assert any(HARBOR in check.where for check in account.checks if not check.ok)


def test_a_title_of_lots_over_lines_that_fit_nothing_is_told() -> None:
    wrong = ("09/12/2020", "6.000", "200.00", "250.00", "Long")
    assert statement(STRANGE_HEADS, [(EMBER, *wrong)], "Tax lots").status == "unproven"


def test_the_rate_and_the_day_of_a_bond_are_part_of_the_name_over_its_lots() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account number 4745-8176"), (350, "As of June 30, 2026")], step=24)
    pencil.row([(40, "Cusip"), (110, "Security"), (-330, "Quantity"), (-390, "Price"), (-460, "Value"), (-530, "Cost")])
    bonds = (("38141GAB7", "QUILL RAIL CORP DEB", "3.750%", "12/15/2034", "4,000", "4,000.00", "3,900.00"),
             ("46428RAC0", "EMBER POWER SR NOTE", "4.250%", "02/01/2041", "6,000", "6,000.00", "6,120.00"))  # fmt: skip
    for cusip, name, rate, day, units, value, cost in bonds:
        pencil.row([(110, name)], step=9)
        pencil.row(
            [(40, cusip), (110, f"{rate} DUE {day}"), (-330, units), (-390, "100.000"), (-460, value), (-530, cost)]
        )
    pencil.row([(110, "Total Account Value"), (-460, "10,000.00")], step=24)
    pencil.row([(40, "Tax Lot Detail")], "B", size=12, step=18)
    pencil.row([(40, "Description"), (-330, "Acquired"), (-390, "Units"), (-460, "Cost"), (-530, "Value")])
    for _, name, rate, day, units, value, cost in bonds:
        pencil.row([(40, f"{name} {rate} {day}")])
        pencil.row([(-330, "Aug 12, 2022"), (-390, units), (-460, cost), (-530, value)])
    (account,) = read_here("statement.pdf", pencil.drawn().data).accounts
    assert lots(account) == [[(D("4000"), D("3900.00"))], [(D("6000"), D("6120.00"))]]
    assert account.status == "proven"


def test_what_was_sold_is_no_lot() -> None:
    account = statement(
        ("Issue", "Opened", "Amt", "Sold for", "Paid", "Result"),
        [("FERN PAPER CO", "01/04/2016", "7.000", "20.00", "30.00", "Long")],
    )
    assert (lots(account), account.status) == ([[], []], "proven")
