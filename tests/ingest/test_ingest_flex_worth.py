"""Flex queries: a net asset value counts what has accrued beside positions and cash, and the checks say so."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.proof.prove import ACCRUALS, TOTAL
from core.ingest.reading import read_here

STOCK = (
    '<OpenPosition currency="USD" assetCategory="STK" symbol="WLLW" description="WILLOW MILLS" multiplier="1" '
    'position="10" markPrice="50" positionValue="500" costBasisMoney="400" levelOfDetail="SUMMARY"/>'
)
CASH = '<CashReportCurrency currency="BASE_SUMMARY" endingCash="88.40"/>'
SUMMARY = "EquitySummaryByReportDateInBase"


def account(*sections: str, cash: str = CASH, held: str = STOCK) -> StatementAccount:
    text = (
        '<FlexQueryResponse><FlexStatements count="1"><FlexStatement accountId="U7700123" toDate="2026-06-30">'
        f'<AccountInformation accountId="U7700123" currency="USD" name="Ines Calloway"/>{"".join(sections)}'
        f"<OpenPositions>{held}</OpenPositions><CashReport>{cash}</CashReport>"
        "</FlexStatement></FlexStatements></FlexQueryResponse>"
    )
    (found,) = read_here("flex.xml", text.encode()).accounts
    return found


def summary(total: str, **accrued: str) -> str:
    named = " ".join(f'{name}="{amount}"' for name, amount in accrued.items())
    return f'<{SUMMARY} currency="USD" reportDate="20260630" cash="88.40" stock="500" {named} total="{total}"/>'


@pytest.mark.parametrize(
    ("total", "accrued", "told"),
    [
        ("593.40", {"dividendAccruals": "5"}, "dividend accruals 5"),
        ("590.13", {"dividendAccruals": "3", "interestAccruals": "-1.27"},
         "dividend accruals 3, interest accruals -1.27"),
        ("591.40", {"interestAccruals": "3", "bondInterestAccrualsComponent": "2"}, "interest accruals 3"),
        ("588.15", {"dividendAccruals": "0", "marginFinancingChargeAccruals": "-0.25"},
         "margin financing charge accruals -0.25"),
    ],
)  # fmt: skip
def test_what_has_accrued_is_part_of_the_total_and_named(total: str, accrued: dict[str, str], told: str) -> None:
    found = account(summary(total, **accrued))
    assert (found.status, found.stated_total, found.cash) == ("proven", D(total), D("88.40"))
    assert [check.where for check in found.checks if check.check == ACCRUALS] == [told]


def test_a_total_that_does_not_tie_is_off_by_what_is_missing_alone() -> None:
    found = account(summary("600.40", dividendAccruals="5"))
    assert found.status != "proven"
    assert [check.difference for check in found.checks if check.check == TOTAL] == [D("-7")]


def test_without_accruals_nothing_is_said_of_them() -> None:
    found = account(summary("588.40", dividendAccruals="0"))
    assert found.status == "proven" and not found.accruals
    assert ACCRUALS not in {check.check for check in found.checks}


def test_accruals_may_stand_in_sections_of_their_own() -> None:
    dividends = (
        '<OpenDividendAccrual currency="USD" symbol="WLLW" netAmount="1.20"/>'
        '<OpenDividendAccrual currency="USD" symbol="ONYX" netAmount="0.80"/>'
    )
    interest = (
        '<InterestAccrualsCurrency currency="USD" endingAccrualBalance="0.55"/>'
        '<InterestAccrualsCurrency currency="BASE_SUMMARY" endingAccrualBalance="0.55"/>'
    )
    found = account(summary("590.95"), dividends, interest)
    assert found.status == "proven"
    assert found.accruals == (("dividend accruals", D("2.00")), ("interest accruals", D("0.55")))


def test_the_interest_of_a_bond_is_counted_once() -> None:
    bond = STOCK.replace("/>", ' accruedInt="4.00"/>')
    assert account(summary("592.40", interestAccruals="4.00"), held=bond).status == "proven"
    assert account(summary("597.40", dividendAccruals="5"), held=bond).status == "proven"


def test_the_newest_day_is_meant_and_its_cash_where_no_other_is_told() -> None:
    older = f'<{SUMMARY} currency="USD" reportDate="20260629" cash="70" total="570"/>'
    found = account(summary("588.40"), older, cash="")
    assert (found.status, found.stated_total, found.cash) == ("proven", D("588.40"), D("88.40"))


def test_the_change_of_the_net_asset_value_ends_in_the_total() -> None:
    assert account('<ChangeInNAV currency="USD" startingValue="500" endingValue="588.40"/>').status == "proven"
    assert account('<ChangeInNAV currency="USD" startingValue="500" endingValue="600.40"/>').status != "proven"


def test_a_total_in_another_currency_than_the_positions_is_held_against_nothing() -> None:
    foreign = STOCK.replace('"USD"', '"EUR"')
    assert account(summary("588.40"), held=foreign).stated_total is None


@pytest.mark.parametrize("days", [("12/31/2025", "06/30/2026"), ("31-DEC-25", "30-JUN-26"), ("", "")])
def test_the_last_day_counts_however_days_are_written(days: tuple[str, str]) -> None:
    rows = zip(days, ("570.00", "588.40"), strict=True)
    told = [f'<{SUMMARY} currency="USD" reportDate="{day}" cash="88.40" total="{total}"/>' for day, total in rows]
    read = account(*told)
    assert (read.status, read.stated_total) == ("proven", D("588.40"))


def test_what_a_net_asset_value_counts_and_the_query_leaves_out_explains_nothing() -> None:
    changed = '<ChangeInNAV endingValue="593.40"/>'
    found = account(changed)
    assert found.status == "unproven" and found.stated_total == D("593.40")
    assert any("dividend accruals and interest accruals" in check.where for check in found.checks if not check.ok)
    assert account('<ChangeInNAV endingValue="588.40"/>').status == "proven"


def test_a_section_of_accruals_without_rows_says_that_there_are_none() -> None:
    found = account('<ChangeInNAV endingValue="593.40"/>', "<OpenDividendAccruals/>", "<InterestAccruals/>")
    assert found.status == "explained"
    assert [check.difference for check in found.checks if check.check == TOTAL] == [D("-5")]
