"""Whose statement it is: names that custodians and brokers print on their paper."""

import re
from collections.abc import Sequence

from core.ingest.sections import is_section_heading

NAMES: tuple[tuple[str, str], ...] = (
    (r"fidelity (?:brokerage|investments|private|distributors)|fidelity\.com|national financial services", "Fidelity"),
    (r"charles schwab|schwab\.com", "Charles Schwab"),
    (r"vanguard brokerage|vanguard\.com|the vanguard group|vanguard marketing", "Vanguard"),
    (r"interactive brokers", "Interactive Brokers"),
    (r"lime trading", "Lime Trading"),
    (r"morgan stanley", "Morgan Stanley"),
    (r"merrill lynch|merrill edge|\bmerrill\b", "Merrill"),
    (r"\bubs financial|\bubs ag\b", "UBS"),
    (r"j\.?p\.? ?morgan (?:securities|wealth|chase bank)|chase investment", "J.P. Morgan"),
    (r"td ameritrade", "TD Ameritrade"),
    (r"e\*trade|etrade", "E*TRADE"),
    (r"edward jones", "Edward Jones"),
    (r"raymond james", "Raymond James"),
    (r"wells fargo (?:advisors|clearing|securities)", "Wells Fargo Advisors"),
    (r"ameriprise", "Ameriprise"),
    (r"\bpershing\b", "Pershing"),
    (r"lpl financial", "LPL Financial"),
    (r"tiaa", "TIAA"),
    (r"empower retirement", "Empower"),
    (r"bnp paribas", "BNP Paribas"),
    (r"degiro", "Degiro"),
)  # fmt: skip
HOUSE = re.compile(
    r"^(.{2,60}?\b(?:brokerage|securities|bank|trust company|wealth|financial|investments?|advisors|capital|custody|custodian|family office|"
    r"clearing|partners|asset management|markets|invest|retirement services)\b(?:[ ,]+(?:services|management|corp\.?|inc\.?|llc|"
    r"co\.?|company|group|n\.?a\.?|l\.?p\.?|&))*)",
    re.I,
)  # fmt: skip


def institution_of(lines: Sequence[str], name: str = "") -> str:
    """The institution that the first lines or the file name speak of; empty where none does."""
    text = " \n".join(lines).lower()
    found = [(match.start(), title) for pattern, title in NAMES if (match := re.search(pattern, text))]
    if found:
        return min(found)[1]
    for line in lines[:8]:
        if is_section_heading(line):
            continue
        if (house := HOUSE.match(line)) and not re.search(r"statement|summary|portfolio|account|\d", house[1], re.I):
            return house[1].strip()
    plain = name.lower()
    return next((title for key, title in FILES if key in plain), "")


FILES = (
    ("fidelity", "Fidelity"), ("schwab", "Charles Schwab"), ("vanguard", "Vanguard"), ("ofxdownload", "Vanguard"),
    ("degiro", "Degiro"), ("ibkr", "Interactive Brokers"), ("flex", "Interactive Brokers"),
)  # fmt: skip
