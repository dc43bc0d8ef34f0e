"""What a look at the whole book reads once, and the case of every household that can be priced."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from core.domain.bands import Bands
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.workflow.bands import kept_bands
from core.workflow.case_files import CaseFile, Shared, case_under, symbols_of
from core.workflow.desk import Desk
from core.workflow.households import mandates
from core.workflow.market_actions import history_of, known_actions, quotes_of
from core.workflow.products import blocked_symbols
from core.workflow.watch import LOOK_BACK, Closes


@dataclass(frozen=True, slots=True)
class BookFrame:
    """Every household of a look. `files` : household -> its case; `problems` : household -> why it has none.

    bands : every place with rules, by id; closes : the past sessions of everything that is held
    """

    files: Mapping[str, CaseFile]
    problems: Mapping[str, str]
    bands: Mapping[str, Bands]
    closes: Closes


def book_frame(desk: Desk, held: Iterable[Household]) -> BookFrame:
    """The households priced together on the book's date: each symbol is asked for once.

    One that cannot be priced, or whose mandate is gone, stands in `problems`; the others are looked at all the same.
    """
    desk.require("read_clients")
    held = tuple(held)
    rules = {one.id: one for one in mandates(desk)}
    symbols = sorted({symbol for one in held if one.mandate in rules for symbol in symbols_of(one, rules[one.mandate])})
    actions = known_actions(desk)
    quotes = quotes_of(desk, symbols, actions)
    shared = Shared(kept_bands(desk), quotes, actions, frozenset(blocked_symbols(desk)))
    files: dict[str, CaseFile] = {}
    problems: dict[str, str] = {}
    for one in held:
        try:
            files[one.id] = _file(desk, one, rules, shared)
        except BadInput as trouble:
            problems[one.id] = str(trouble)
    return BookFrame(files, problems, shared.bands, _closes(desk, files))


def _file(desk: Desk, held: Household, rules: Mapping[str, Mandate], shared: Shared) -> CaseFile:
    if held.mandate not in rules:
        raise BadInput(f"household {held.id}", f"there is no mandate '{held.mandate}'")
    return case_under(desk, held, rules[held.mandate], shared=shared)


def _closes(desk: Desk, files: Mapping[str, CaseFile]) -> Closes:
    symbols = {lot.symbol for file in files.values() for account in file.case.accounts for lot in account.lots}
    priced = {symbol for file in files.values() for symbol in file.quotes.prices}
    wanted = tuple(sorted(symbols & priced))
    return Closes.of(history_of(desk, wanted, LOOK_BACK) if wanted else pd.DataFrame())
