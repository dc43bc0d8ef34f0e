"""Private funds and annuities listed with a value alone, beside a total that ties without them."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def read(title: str, heads: tuple[tuple[float, str], ...], *rows: tuple[tuple[float, str], ...]) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Tern Brokerage"), (330, "Account number: 7719-4402")])
    pencil.y += 20
    pencil.say("Equities", size=10)
    pencil.row([(40, "Description"), (-300, "Quantity"), (-400, "Price"), (-500, "Market value")])
    pencil.row([(40, "Quill Harbor Corp (QZAB)"), (-300, "100.000"), (-400, "12.00"), (-500, "$1,200.00")])
    pencil.row([(40, "Total account value"), (-500, "$1,200.00")])
    pencil.y += 20
    pencil.say(title, size=10)
    for row in (heads, *rows):
        pencil.row(row)
    (account,) = read_here("beside.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    ("title", "heads", "row"),
    [
        (
            "Alternative investments",
            ((40, "Description"), (-500, "Market value")),
            ((40, "Tern Water Partners LP"), (-500, "$45,000.00")),
        ),
        (
            "Annuities",
            ((40, "Contract"), (200, "Issuer"), (-500, "Value")),
            ((40, "8871234"), (200, "Tern Life"), (-500, "$45,000.00")),
        ),
    ],
)
def test_what_a_total_leaves_out_is_not_left_out_unsaid(
    title: str, heads: tuple[tuple[float, str], ...], row: tuple[tuple[float, str], ...]
) -> None:
    account = read(title, heads, row)
    held = [line.market_value for line in account.positions]
    assert account.status != "proven"
    assert D("45000.00") in held or any("45,000.00" in check.where for check in account.checks)


def test_a_list_of_what_stands_above_is_left_out_as_before() -> None:
    heads = ((40, "Description"), (-500, "Value"))
    account = read("Your largest equities", heads, ((40, "Quill Harbor Corp"), (-500, "$1,200.00")))
    assert (account.status, len(account.positions)) == ("proven", 1)
