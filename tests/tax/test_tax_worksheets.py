"""Years worked by hand on the forms: brackets, netting, carryforwards, NIIT, 28 % and 25 % gains, trusts, children.

Each case says its arithmetic; figures are ours, the tables those of the year.
"""

from decimal import Decimal
from typing import Any

import pytest

from core.tax.tax_case import TaxAnswer, answer_tax


def year(status: str, income: str, year: int = 2026, **facts: Any) -> TaxAnswer:
    return answer_tax({"filing_status": status, "ordinary_income": income, "year": year, **facts})[0]


D = Decimal


@pytest.mark.parametrize(
    ("facts", "federal"),
    [
        # 2025 single, 63,000 - 15,750 = 47,250 ordinary: 1,192.50 + 35,325 x 12 %; 1,100 of gain at 0, 8,900 at 15 %
        ({"filing_status": "single", "year": 2025, "ordinary_income": "63000", "long": "10000"}, "6766.50"),
        # 2026 joint, 150,000 - 32,200 = 117,800: 2,480 + 76,000 x 12 % + 17,000 x 22 %; 20,000 at 15 %
        ({"filing_status": "married_joint", "year": 2026, "ordinary_income": "150000", "long": "20000"}, "18340.00"),
        # 2026 separate, 606,100 - 16,100 = 590,000: 103,291.75 + 205,650 x 37 %; all of the gain at 20 %
        ({"filing_status": "married_separate", "year": 2026, "ordinary_income": "606100", "long": "5000"}, "180382.25"),
        # 2025 head of household, 88,375 less 23,625 = 64,750: 1,700 + 47,750 x 12 %; gain starts at 15 %
        ({"filing_status": "head_of_household", "year": 2025, "ordinary_income": "88375", "long": "1000"}, "7580.00"),
        # 2025 trust, no deduction: 315 + 1,992 + 1,470 + 4,350 x 37 % = 5,386.50; gain stacks above 15,900: 20 %
        ({"filing_status": "estate_trust", "year": 2025, "ordinary_income": "20000", "long": "1000"}, "5586.50"),
        # 2026 trust, gain alone: 3,300 at 0, 12,950 at 15 %, 3,750 at 20 %
        ({"filing_status": "estate_trust", "year": 2026, "ordinary_income": "0", "long": "20000"}, "2692.50"),
        # short-term gain is ordinary: 2026 single, 66,100 + 4,000 - 16,100 = 54,000: 5,800 + 3,600 x 22 %
        ({"filing_status": "single", "year": 2026, "ordinary_income": "66100", "short": "4000"}, "6592.00"),
    ],
)  # fmt: skip
def test_federal_tax_of_a_year(facts: dict[str, Any], federal: str) -> None:
    assert answer_tax(facts)[0].federal == D(federal)


@pytest.mark.parametrize(
    ("facts", "deducted", "carried"),
    [
        # short -9,000 and long +2,000: 7,000 left, 3,000 deducted, 4,000 of short carried
        ({"short": "-9000", "long": "2000"}, 3000, (4000, 0)),
        # long -9,000 and short +2,000: the same, of long
        ({"short": "2000", "long": "-9000"}, 3000, (0, 4000)),
        # both lose: the deduction uses up short first, the long loss keeps its character
        ({"short": "-1000", "long": "-6000"}, 3000, (0, 4000)),
        ({"short": "-5000", "long": "-6000"}, 3000, (2000, 6000)),
        # carried losses meet gains of their own term first: 5,000 - 8,000 short, 4,000 - 500 long: 500 of gain left
        ({"short": "5000", "long": "4000", "carryforward": {"short": "8000", "long": "500"}}, 0, (0, 0)),
        # 1,500 filing apart
        ({"filing_status": "married_separate", "short": "-2000", "long": "-3000"}, 1500, (500, 3000)),
        # a loss below the limit is deducted whole
        ({"long": "-2200"}, 2200, (0, 0)),
    ],
)  # fmt: skip
def test_losses_are_netted_deducted_and_carried_with_their_character(
    facts: dict[str, Any], deducted: int, carried: tuple[int, int]
) -> None:
    found = answer_tax({"filing_status": "single", "ordinary_income": "90000", "year": 2026, **facts})[0]
    assert found.deducted_loss == deducted
    assert (int(found.carryforward.short), int(found.carryforward.long)) == carried


def test_net_investment_tax_is_on_the_lesser_of_the_income_and_what_is_above_the_threshold() -> None:
    assert year("single", "190000", long="30000").net_investment == D("760.00")  # 20,000 above 200,000
    assert year("single", "230000", long="30000").net_investment == D("1140.00")  # all 30,000
    assert year("married_joint", "260000", other_investment_income="8000", long="-5000").net_investment == D("190.00")
    assert year("married_separate", "120000", long="10000").net_investment == D("190.00")  # 5,000 above 125,000
    assert year("estate_trust", "16000", other_investment_income="16000", long="1000").net_investment == D("38.00")


def test_collectibles_fill_the_brackets_below_28_percent_and_pay_28_above() -> None:
    # 2026 single, 206,100 - 16,100 = 190,000: to 201,775 at 24 %, the other 8,225 at 28 %
    gold = year("single", "206100", long="20000", collectibles="20000").federal - year("single", "206100").federal
    assert gold == D("11775") * D("0.24") + D("8225") * D("0.28")


def test_unrecaptured_gain_pays_25_percent_at_most_and_lies_below_collectibles() -> None:
    bare = year("single", "316100").federal  # 300,000 of taxable income: the 35 % bracket
    assert year("single", "316100", long="9000", unrecaptured="9000").federal - bare == D("2250.00")
    both = year("single", "316100", long="20000", unrecaptured="9000", collectibles="5000").federal
    assert both - bare == D("2250") + D("1400") + D("900")
    low = year("single", "56100", long="9000", unrecaptured="9000").federal - year("single", "56100").federal
    assert low == D("9000") * D("0.12")  # 40,000 + 9,000 stay in the 12 % bracket


def test_short_losses_and_carried_losses_reduce_collectibles_first() -> None:
    bare = year("single", "316100").federal
    # 15,000 of long-term gain, 10,000 of it gold, less a short loss of 8,000: 2,000 at 28 %, 5,000 at 15 %
    found = year("single", "316100", long="15000", short="-8000", collectibles="10000").federal
    assert found - bare == D("560") + D("750")
    carried = year("single", "316100", long="15000", collectibles="10000", unrecaptured="4000",
                   carryforward={"short": "0", "long": "12000"}).federal  # fmt: skip
    # the carried 12,000 take the gold and 2,000 of the 4,000: 2,000 at 25 %, 1,000 at 15 %
    assert carried - bare == D("500") + D("150")


def test_a_child_is_taxed_at_the_adults_rate_and_a_state_takes_its_rate_of_the_net() -> None:
    adult = {"filing_status": "married_joint", "ordinary_income": "300000"}
    child = year("child", "0", long="4000", first_adult=adult)
    assert child.federal == D("600.00")
    assert year("single", "90000", state_rate=0.05, long="-9000").of_gains.state == D("-150.00")
