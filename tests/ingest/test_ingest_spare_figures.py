"""A figure that stands in no known column and is the price that its row lacks is read so, and told."""

from decimal import Decimal

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def account_with(head: str, fitting: bool) -> tuple[StatementAccount, list[str]]:
    """An account, and what is said of it, whose prices stand under a head that runs into the next one."""
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
    read = read_here("spare.pdf", pencil.drawn().data)
    return read.accounts[0], [issue.message for issue in read.issues]


def test_a_price_under_no_head_is_read_and_told() -> None:
    account, told = account_with("Price ($)Cost Basis Total", fitting=True)
    assert [line.price for line in account.positions] == [Decimal("290.00"), Decimal("72.00")]
    assert account.status == "proven"
    assert sum("read as the price, since quantity x price = value" in one for one in told) == 2
    assert not any(one.endswith("290.00 stands in no known column") for one in told)


def test_a_figure_that_fits_nothing_is_none_of_the_row() -> None:
    account, told = account_with("Price ($)Cost Basis Total", fitting=False)
    assert [line.price for line in account.positions] == [None, None]
    assert any(one.endswith("17.31 stands in no known column") for one in told)


def test_a_cost_below_nothing_of_what_is_held_is_in_doubt() -> None:
    rows = "QZAB,Quill Fund,10,50.00,500.00,-120.00\nQZCD,Larch Fund,-10,60.00,-600.00,-550.00\n"
    read = read_here("cost.csv", f"Symbol,Description,Quantity,Price,Value,Cost\n{rows}Total,,,,-100.00,\n".encode())
    assert [dict(line.doubts) for line in read.accounts[0].positions] == [{"cost_basis": ""}, {}]
