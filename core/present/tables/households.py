"""The households of the book with their mandates."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.domain.household import Household
from core.domain.mandate import Mandate
from core.present.tables.sheet import Head, Sheet, sheet
from core.words.days import day
from core.words.numbers import whole_dollars
from core.words.sentences import listing

HEADS = (
    Head("Household", 190), Head("Mandate", 190), Head("Accounts", 80, number=True), Head("Lots", 64, number=True),
    Head("Assets", 110, number=True, show=whole_dollars), Head("Filing", 220), Head("Version", 70, number=True),
    Head("As of"),
)  # fmt: skip
FILING = {
    "single": "single", "married_joint": "married, joint", "married_separate": "married, separate",
    "head_of_household": "head of household", "surviving_spouse": "surviving spouse", "estate_trust": "trust",
    "child": "child",
}  # fmt: skip


def households_table(
    held: Sequence[Household], mandates: Mapping[str, Mandate], assets: Mapping[str, Decimal]
) -> Sheet:
    """One row per household; the keys are household ids."""
    rows = [
        [
            one.name, _mandate(mandates.get(one.mandate)), len(one.accounts),
            sum(len(account.lots) for account in one.accounts), float(assets.get(one.id, Decimal(0))),
            listing(list(dict.fromkeys(FILING[taxpayer.filing_status] for taxpayer in one.taxpayers))),
            one.version, day(one.as_of),
        ]
        for one in held
    ]  # fmt: skip
    return sheet(HEADS, rows, keys=[one.id for one in held])


def _mandate(mandate: Mandate | None) -> str:
    return f"{mandate.name} v{mandate.version}" if mandate else "none"
