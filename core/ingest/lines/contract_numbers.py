"""The number with which the pages of a contract begin: behind its label or in the title, `Meadow Annuity (QZ 4122)`."""

import re

from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.registrations import account_number, registration_of
from core.ingest.nouns.words import Line, phrases, text_of

KIND = r"(?:contract|policy|certificate|annuity)"
NUMBER = r"(?=(?:\D*\d){4})[A-Z0-9*•.-]{1,16}(?: [A-Z0-9*•-]{1,12}){0,3}"
LABEL = re.compile(rf"(?:(?:annuity|your) )?{KIND} ?(?:number|no\.?|nbr|#):?", re.I)
TITLED = re.compile(
    rf"(?P<title>[A-Z][A-Za-z0-9 .,'’&/-]{{4,60}}?)\W+"
    rf"(?:(?i:{KIND})\s*(?i:number|no\.?|nbr|#)?:?\s*#?(?P<number>{NUMBER})|\((?P<within>{NUMBER})\))"
)


def number_of_contract(line: Line) -> str | None:
    """The number that is all a line says behind the label or the title of a contract or a policy; None elsewhere."""
    label, *said = (text_of(run) for run in phrases(line.words, 1.0))
    if not said:
        found = re.match(rf"{LABEL.pattern} ", label, re.I)
        label, said = (found[0].strip(), [label[found.end() :]]) if found is not None else (label, [])
    if len(said) == 1 and LABEL.fullmatch(label) is not None and re.fullmatch(NUMBER, said[0]):
        return account_number(f"Contract number {said[0]}")
    return _in_title(line.text)


def _in_title(text: str) -> str | None:
    """The number behind `Contract` or in brackets, where the words before are those of an annuity."""
    found = TITLED.fullmatch(text)
    if found is None or registration_of(found["title"]) != "annuity":
        return None
    number = found["number"] or found["within"]
    return None if read_date(number) else account_number(f"Contract number {number}")
