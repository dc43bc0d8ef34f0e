"""The number behind its label with which the pages of a contract begin: `Contract number   QZ 41 220938`."""

import re

from core.ingest.lexicon.registrations import account_number
from core.ingest.nouns.words import Line, phrases, text_of

LABEL = re.compile(r"(?:(?:annuity|your) )?(?:contract|policy|certificate) ?(?:number|no\.?|nbr|#):?", re.I)
NUMBER = re.compile(r"(?=(?:\D*\d){4})[A-Z0-9*•.-]{1,16}(?: [A-Z0-9*•-]{1,12}){0,3}")


def number_of_contract(line: Line) -> str | None:
    """The number that is all a line says behind the label of a contract, an annuity or a policy; None elsewhere."""
    label, *said = (text_of(run) for run in phrases(line.words, 1.0))
    if not said:
        found = re.match(rf"{LABEL.pattern} ", label, re.I)
        label, said = (found[0].strip(), [label[found.end() :]]) if found is not None else (label, [])
    if len(said) != 1 or LABEL.fullmatch(label) is None or NUMBER.fullmatch(said[0]) is None:
        return None
    return account_number(f"{label} {said[0]}")
