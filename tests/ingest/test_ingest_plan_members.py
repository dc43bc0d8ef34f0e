"""Plans that only the number of a participant, or of a plan, tells apart are accounts of their own."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.registrations import registration_of
from core.ingest.owners.account_titles import title_of
from core.ingest.reading import read_here

PAPER = """Alder Retirement Services
Participant: Rowan Tern
{label}: {one}
Quarterly statement 04/01/2026 - 06/30/2026
Tern Works 401(k) Plan

Fund                        Units      Unit Price      Balance
Willow Growth Fund        100.000        $10.0000    $1,000.00
Onyx Stable Value          50.000         $5.0000      $250.00
Total                                                $1,250.00

Participant: Ines Tern
{label}: {other}
Quarterly statement 04/01/2026 - 06/30/2026
Tern Works 401(k) Plan

Fund                        Units      Unit Price      Balance
Willow Growth Fund         30.000        $10.0000      $300.00
Onyx Stable Value          20.000         $5.0000      $100.00
Total                                                  $400.00
"""
ROWS = (
    ("Willow Growth Fund", "100.000,10.0000,1000.00"),
    ("Onyx Stable Value", "50.000,5.0000,250.00"),
    ("Willow Growth Fund", "30.000,10.0000,300.00"),
)


def accounts_of(name: str, text: str) -> tuple[StatementAccount, ...]:
    return read_here(name, text.encode()).accounts


def sheet(heads: str, numbers: tuple[str, str, str]) -> str:
    rows = (f"{number},{fund},{figures}" for number, (fund, figures) in zip(numbers, ROWS, strict=True))
    return "\n".join([f"{heads},Fund,Units,Unit Price,Balance", *rows])


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [
        ("Participant ID", "4471-001", "4471-002"),
        ("Participant number", "881201", "881202"),
        ("Plan no.", "100", "101"),
    ],
)
def test_two_numbers_on_a_paper_are_two_accounts(label: str, one: str, other: str) -> None:
    read = accounts_of("plan.txt", PAPER.format(label=label, one=one, other=other))
    assert [(account.owner, len(account.positions), account.status) for account in read] == [
        ("Rowan Tern", 2, "proven"),
        ("Ines Tern", 2, "proven"),
    ]


@pytest.mark.parametrize(("label", "number"), [("Participant ID", "…1001"), ("Plan number", "")])
def test_a_number_that_stays_the_same_opens_no_account_and_numbers_that_of_a_participant(
    label: str, number: str
) -> None:
    (account,) = accounts_of("plan.txt", PAPER.format(label=label, one="4471-001", other="4471-001"))
    assert account.number == number and len(account.positions) == 4 and account.status != "proven"


@pytest.mark.parametrize(
    ("heads", "numbers", "held"),
    [
        ("Participant ID", ("4471-001", "4471-001", "4471-002"), [2, 1]),
        ("Plan ID", ("88120", "88120", "88121"), [2, 1]),
        ("Plan Number,Participant ID", ("88120,771201", "88120,771201", "88120,771202"), [2, 1]),
        ("Participant ID,Plan Number", ("771201,88120", "771201,88120", "771201,88121"), [2, 1]),
        ("Participant ID,Plan Number", ("771201,88120", "771201,88121", "771202,88120"), [1, 1, 1]),
    ],
)
def test_columns_of_participants_and_plans_tell_accounts_apart(
    heads: str, numbers: tuple[str, str, str], held: list[int]
) -> None:
    assert [len(account.positions) for account in accounts_of("plan.csv", sheet(heads, numbers))] == held


@pytest.mark.parametrize(("again", "status"), [("90210", "proven"), ("90211", "unproven")])
def test_a_number_of_a_plan_between_its_rows_parts_no_plan_that_is_summed_as_one(again: str, status: str) -> None:
    text = (
        "Plan Number,90210\nParticipant,Rowan Tern\nFund,Units,Unit Price,Balance\n"
        f"Willow Growth Fund,100,10.00,1000.00\nPlan Number,{again},,\n"
        "Onyx Stable Value,50,5.00,250.00\nTotal,,,1250.00\n"
    )
    (account,) = accounts_of("plan.csv", text)
    assert (len(account.positions), account.status, account.stated_total) == (2, status, 1250)


def test_a_second_plan_with_a_sum_of_its_own_is_an_account() -> None:
    heads = "Fund,Units,Unit Price,Balance\n"
    text = (
        f"Plan Number,90210\n{heads}Willow Growth Fund,100,10.00,1000.00\nTotal,,,1000.00\n\n"
        f"Plan Number,90377\n{heads}Onyx Stable Value,50,5.00,250.00\nTotal,,,250.00\n"
    )
    one, other = accounts_of("plan.csv", text)
    assert [(read.stated_total, read.status) for read in (one, other)] == [(1000, "proven"), (250, "proven")]


def test_what_is_paid_in_as_roth_is_a_source_of_money_and_no_title() -> None:
    paper = (
        PAPER.split("\nParticipant: Ines")[0]
        .format(label="Plan number", one="44718")
        .replace(
            "\nFund  ",
            "\nSource                         Beginning     Ending Balance\n"
            "Elective Deferrals (Pre-Tax)     900.00          950.00\n"
            "Elective Deferrals (Roth)        250.00          300.00\n"
            "Total                          1,150.00        1,250.00\n\nFund  ",
        )
    )
    (account,) = accounts_of("plan.txt", paper)
    assert (account.owner, account.registration) == ("Rowan Tern", "401k")


@pytest.mark.parametrize("text", ["Elective Deferrals (Roth)", "Employee Roth", "Roth contributions", "Match (Roth)"])
def test_a_source_of_money_is_no_registration(text: str) -> None:
    assert registration_of(text) is None and title_of(text) is None
