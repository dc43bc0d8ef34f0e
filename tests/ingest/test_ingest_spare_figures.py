"""A figure that stands in no known column and fits what its row lacks is a doubt there: nothing else would miss it."""

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def account_with(head: str, fitting: bool) -> StatementAccount:
    """An account whose prices stand under a head that runs into the next one."""
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Ines Calloway Roth IRA"), (250, "Account 5511-2233"), (380, "June 30, 2026")], step=24)
    heads = [(40, "Symbol"), (90, "Description"), (-330, "Shares"), (340, head), (-520, "Market Value")]
    pencil.row(heads, "B")
    for symbol, units, price, worth in (("QZAB", 10, "290.00", "2,900.00"), ("QZCD", 100, "72.00", "7,200.00")):
        shown = price if fitting else "17.31"
        figures = [(-330, str(units)), (-372, shown), (-440, "1,500.00"), (-520, worth)]
        pencil.row([(40, symbol), (90, "Quill Holdings"), *figures])
    pencil.row([(40, "Total"), (-520, "10,100.00")])
    (account,) = read_here("spare.pdf", pencil.drawn().data).accounts
    return account


def test_a_price_under_no_head_is_in_doubt() -> None:
    account = account_with("Price ($)Cost Basis Total", fitting=True)
    assert [line.price for line in account.positions] == [None, None]
    assert [dict(line.doubts).get("price") for line in account.positions] == ["290.00", "72.00"]
    assert account.status != "proven"


def test_a_figure_that_fits_nothing_is_no_doubt() -> None:
    account = account_with("Price ($)Cost Basis Total", fitting=False)
    assert not any(line.doubts for line in account.positions)
