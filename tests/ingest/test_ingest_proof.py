"""What does not tie is named with its line and its amount; what ties is proven; nothing is repaired."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.statement import Source, StatementAccount, StatementLine
from core.ingest import findings, prove

D = Decimal


def line(
    symbol: str, quantity: str, price: str, value: str | None, cost: str | None = None, **more: object
) -> StatementLine:
    made = StatementLine(
        symbol, symbol, "stock", D(quantity), D(price), D(value) if value else None,
        cost_basis=D(cost) if cost else None, source=Source(page=1),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def account(*lines: StatementLine, total: str | None = None, **more: object) -> StatementAccount:
    made = StatementAccount(
        "f.pdf", "…0935", "Harborlight", "other", "", None, D(total) if total else None, None, "unproven", (), lines
    )
    return replace(made, **more)  # type: ignore[arg-type]


def test_an_account_that_ties_everywhere_is_proven() -> None:
    proven = prove(account(line("A", "10", "5.00", "50.00"), line("B", "3", "2.50", "7.50"), total="57.50"))
    assert proven.status == "proven" and {issue.code for issue in findings(proven)} <= {"not_read"}


def test_a_line_that_does_not_multiply_is_flagged_and_named() -> None:
    proven = prove(account(line("A", "10", "5.00", "58.00"), total="58.00"))
    assert proven.status == "explained" and proven.positions[0].flagged
    (wrong,) = [check for check in proven.checks if not check.ok]
    assert (wrong.expected, wrong.found, wrong.difference) == (D("50.00"), D("58.00"), D("8.00"))
    assert "A" in findings(proven)[0].message


def test_a_person_s_edit_proves_again() -> None:
    wrong = prove(account(line("A", "10", "5.00", "58.00"), total="50.00"))
    fixed = replace(wrong, positions=(replace(wrong.positions[0], market_value=D("50.00")),))
    assert prove(fixed).status == "proven" and not prove(fixed).positions[0].flagged


def test_pages_without_any_printed_sum_are_not_proven() -> None:
    assert prove(account(line("A", "10", "5.00", "50.00"))).status == "unproven"
    table = line("A", "10", "5.00", "50.00", source=Source(row=2))
    assert prove(account(table)).status == "proven"


def test_an_unreadable_value_is_never_proven() -> None:
    assert prove(account(line("A", "10", "5.00", None), total="0.00")).status == "unproven"


def test_a_gain_that_disagrees_is_explained_unless_the_cost_is_confirmed() -> None:
    odd = line("A", "10", "5.00", "50.00", "40.00", gain=D("11.00"), section="Stocks")
    assert prove(account(odd, total="50.00")).status == "explained"
    confirmed = prove(account(odd, total="50.00", cost_subtotals=(("Stocks", D("40.00")),)))
    assert confirmed.status == "proven" and confirmed.positions[0].flagged
    assert any("gain" in issue.message for issue in findings(confirmed))


def test_accrued_interest_may_stand_in_the_total() -> None:
    bond = line("B", "10000", "101.00", "10100.00", unit=D("0.01"), accrued=D("55.00"))
    assert prove(account(bond, total="10155.00")).status == "proven"


def test_a_subtotal_is_held_against_its_own_section_only() -> None:
    lines = (line("A", "10", "5.00", "50.00", section="Stocks"), line("B", "1", "9.00", "9.00", section="Funds"))
    proven = prove(account(*lines, total="59.00", subtotals=(("Stocks", D("50.00")), ("Funds", D("8.00")))))
    assert [(check.where, check.difference) for check in proven.checks if not check.ok] == [("Funds", D("1.00"))]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 5000), st.integers(1, 90000)), min_size=1, max_size=8), st.integers(2, 99999))
def test_a_planted_difference_is_always_found(pieces: list[tuple[int, int]], planted: int) -> None:
    lines = [
        line(f"S{place}", str(shares), str(D(cents) / 100), str(shares * D(cents) / 100))
        for place, (shares, cents) in enumerate(pieces)
    ]
    true = sum((one.market_value or D(0) for one in lines), D(0))
    assert prove(account(*lines, total=str(true))).status == "proven"
    off = D(planted) / 100
    wrong = prove(account(*lines, total=str(true + off)))
    assert wrong.status == "explained" and [check.difference for check in wrong.checks if not check.ok] == [-off]
