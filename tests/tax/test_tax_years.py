"""Tax tables: the numbers, and the refusal of a year without one."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.domain.account import Amounts, FlatRates, Taxpayer
from core.domain.errors import BadInput
from core.tax.bill import year_tax
from core.tax.years import TABLES, known_years, table_ending, tax_year, tax_year_for

TOP_OF_35 = {
    (2026, "single"): "192979.25",
    (2026, "married_joint"): "206583.50",
    (2026, "surviving_spouse"): "206583.50",
    (2026, "head_of_household"): "191171.00",
    (2026, "married_separate"): "103291.75",
    (2025, "single"): "188769.75",
    (2025, "married_joint"): "202154.50",
    (2025, "head_of_household"): "187031.50",
    (2025, "married_separate"): "101077.25",
}


@pytest.mark.parametrize(("key", "tax"), TOP_OF_35.items(), ids=str)
def test_the_tax_at_the_top_of_the_35_percent_bracket(key: tuple[int, str], tax: str) -> None:
    year = tax_year(key[0])
    top = year.table(key[1]).upper[-1]
    payer = Taxpayer("T", key[1], top, deductions=Decimal(0))  # type: ignore[arg-type]
    assert year_tax(payer, Amounts(), year).federal == Decimal(tax)


def test_the_tax_at_every_bracket_of_single_2026() -> None:
    year = tax_year(2026)
    found = [
        year_tax(Taxpayer("T", "single", top, deductions=Decimal(0)), Amounts(), year).federal
        for top in year.table("single").upper
    ]
    assert found == [Decimal(tax) for tax in ("1240", "5800", "17966", "41024", "58448", "192979.25")]


def test_a_year_without_a_table_is_refused_with_two_ways_out() -> None:
    with pytest.raises(BadInput, match=r"2031.*flat_rates.*firm/tax/2031\.toml"):
        tax_year(2031)


def test_flat_rates_need_no_table() -> None:
    payer = Taxpayer("T", flat_rates=FlatRates(0.4, 0.2))
    year = tax_year_for([payer], 2031)
    assert year_tax(payer, Amounts(Decimal(100), Decimal(50)), year).total == Decimal("50.0")
    with pytest.raises(BadInput):
        tax_year_for([payer, Taxpayer("U")], 2031)


def test_the_firms_own_table_comes_first(tmp_path: Path) -> None:
    folder = tmp_path / "tax"
    folder.mkdir()
    text = (TABLES / "2026.toml").read_text().replace("year = 2026", "year = 2027")
    (folder / "2027.toml").write_text(text)
    assert tax_year(2027, tmp_path).year == 2027
    assert 2027 in known_years(tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("source = ", "note2 = "),
        ("year = 2026", "year = 2025"),
        ("12_400, ", ""),
        ("investment_rate", "rate"),
        ("[", "{"),
    ],
)
def test_a_broken_table_is_refused_by_name(tmp_path: Path, old: str, new: str) -> None:
    folder = tmp_path / "tax"
    folder.mkdir()
    (folder / "2026.toml").write_text((TABLES / "2026.toml").read_text().replace(old, new, 1))
    with pytest.raises(BadInput, match="2026"):
        tax_year(2026, tmp_path)


def test_a_warning_comes_60_days_before_the_last_table_ends() -> None:
    last = known_years()[-1]
    assert table_ending(date(last, 10, 31)) is None
    issue = table_ending(date(last, 11, 1))
    assert issue is not None and str(last + 1) in issue.message


def test_a_status_that_the_tables_lack_is_refused() -> None:
    with pytest.raises(BadInput, match="widowed"):
        tax_year(2026).table("widowed")
