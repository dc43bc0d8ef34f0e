"""Files that print what one unit cost and nowhere what all did: the cost is worked out, and that is said."""

from decimal import Decimal as D

from core.domain.statement import Statement
from core.ingest.reading import read_here


def read(*lines: str) -> Statement:
    return read_here("export.csv", "\n".join(lines).encode())


def costs(found: Statement) -> list[D | None]:
    return [line.cost_basis for line in found.accounts[0].positions]


def told(found: Statement) -> list[tuple[str, str]]:
    return [(issue.severity, issue.message) for issue in found.issues if issue.code == "unit_costs"]


def test_value_less_gain_is_the_cost_where_that_of_one_unit_agrees() -> None:
    found = read(
        "Symbol,Last Price $,Quantity,Price Paid $,Total Gain $,Value $",
        "QZAB,1.21,965.0000,1.74,-511.4530,1167.6500",
        "QZAC Dec 18 '26 $60 Put,14.00,2.0000,5.25,1750.0000,2800.0000",
    )
    assert costs(found) == [D("1679.1030"), D("1050.0000")]
    assert [severity for severity, _ in told(found)] == ["note"] and found.accounts[0].status == "proven"


def test_where_the_gain_tells_another_cost_it_is_left_open_and_said() -> None:
    found = read(
        "Symbol,Last Price $,Quantity,Price Paid $,Total Gain $,Value $",
        "QZAB,1.21,965.0000,1.74,-411.4530,1167.6500",
    )
    assert costs(found) == [None]
    ((severity, message),) = told(found)
    assert severity == "warning" and "QZAB" in message


def test_with_the_cost_of_one_unit_alone_it_is_units_times_that() -> None:
    found = read(
        "Symbol,Description,Shares,Average Cost,Last Price,Market Value",
        "QZAB,Quill Holdings Inc,1.5,150.333,175,262.50",
        "QZAC261218P60,QZAC Dec 18 2026 $60 Put,2,5.25,14.00,2800.00",
        "QZAD261218P60,QZAD Dec 18 2026 $60 Put,2,525.00,14.00,2800.00",
    )
    assert costs(found) == [D("225.50"), D("1050.00"), None]
    assert [severity for severity, _ in told(found)] == ["note", "warning"]


def test_a_row_without_a_cost_stays_open_where_others_print_the_cost_of_all() -> None:
    found = read(
        "Symbol,Quantity,Price,Value,Unit Cost,Total Cost",
        "QZAB,10,20.00,200.00,15.00,150.00",
        "QZAC,10,20.00,200.00,15.00,",
    )
    assert costs(found) == [D("150.00"), None] and not told(found)


def test_a_cost_of_the_size_of_all_units_is_not_multiplied() -> None:
    found = read(
        "Symbol,Description,Shares,Purchase Price,Last Price,Market Value",
        "QZAB,Quill Holdings Inc,500,50000.00,101.00,50500.00",
    )
    assert costs(found) == [None] and [severity for severity, _ in told(found)] == ["warning"]
