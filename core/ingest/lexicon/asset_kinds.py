"""What kind of thing a row holds: by its own words and figures, by the headings above it, by a column of kinds."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from core.domain.statement import AssetType
from core.ingest.data import load
from core.ingest.lexicon.figures import CENT, Figures
from core.ingest.lexicon.identifiers import PAREN, option_symbol
from core.ingest.lexicon.sections import kind_of_section, kinds_of_section
from core.ingest.lexicon.taught import line_meaning
from core.ingest.nouns.events import Record

HINTS: tuple[tuple[AssetType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I)) for kind, pattern in load("sections")["hints"]
)
CASH_NAME = re.compile(
    r"^(?:cash\b.*|margin (?:balance|debit|loan|debt)\b.*|.*\bcash$|.*sweep.*|.*deposit.*|"
    r"u\.?s\.? dollars?(?: \(usd\))?)$",
    re.I,
)
ACCOUNT_SIDE = re.compile(r"(?:cash|margin|short|long|income)(?: account)?", re.I)
CASH_ALONE = re.compile(
    r"(?:[\w-]+ ){0,3}cash(?: balance| account| held| on hand| at bank| awaiting \w+| position| \(usd\))?|"
    r"cash,? (?:&|and) (?:cash )?(?:equivalents?|investments?|alternatives?)|(?:bank|cash|insured) sweep(?: program)?|"
    r"(?:free |net )?(?:credit|debit) balance|margin (?:account )?(?:balance|(?:debit|loan)(?: balance)?|debt)|"
    r"(?:cash|margin|short|income) account (?:credit|debit)(?: balance)?|short (?:balance|credit)|"
    r"(?:net )?(?:debit|credit)|core (?:account|position)(?: \([A-Z]+\))?[ *]*|"
    r"income account|money accounts?|settlement account(?: bal\w*)?|core account bal\w*|"
    r"held in (?:money market|fcash|cash)|usd|cash ?[-–—] ?u\.?s\.? dollars?|"
    r"(?:net )?(?:pending|unsettled) (?:activity|cash|trades|transactions)",
    re.I,
)
SWEPT = re.compile(r"\(sweep\)$|\bdeposit sweep\b", re.I)
DEPOSITS = re.compile(
    r"(?:(?:fdic[- ])?insured (?:bank |cash |sweep )?|bank (?:sweep )?|(?:sweep |program )+)"
    r"deposits?(?: (?:program|account|sweep|balance)s?){0,2}|"
    r"(?:\w+ ){0,2}(?:bank|direct|insured|cash|money) deposit (?:progra?m|prgm|prog)",
    re.I,
)
"""Cash that a bank holds for the account, by whatever heading it stands under."""
NO_SECURITY = re.compile(r"cash\b|(?:current|call|settlement|clearing|private) accounts?\b|call deposits?\b", re.I)
DOLLARS = re.compile(r"u\.? ?s\.? dollars?\b", re.I)
RATE_AND_DAY = re.compile(r"\d ?%.*\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
DUE = re.compile(r"\b(?:due|mat(?:ures|uring|urity|\.)?)\W+(?:on )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b", re.I)
"""The day on which a debt is paid back, `DUE 08/15/2031`; its rate may stand elsewhere."""
EXPIRES = re.compile(r"\bexp(?:ires?|iration|iry)?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{2}[A-Z]{3}\d{2}\b", re.I)
"""When a contract runs out; what such a row is worth is the product per hundred shares."""
UNITS_OF_ONE = frozenset({"stock", "etf", "mutual_fund", "preferred"})
"""Kinds of which a unit at its price is its value."""
BOND_TERMS = re.compile(
    r"\bdtd\b|\bcallable\b|\bnext (?:put|call)\b|\d%.*\b(?:due|mat)|\bcpn (?:dte|date|pmt)\b|\bmoody(?:'?s)? rating\b",
    re.I,
)
MONEY_SYMBOL = re.compile(r"[A-Z]{3}XX")
"""Symbols of five letters that end in XX are those of money market funds (NASDAQ fund symbols)."""
CORE = re.compile(r"[A-Z]{3,5}\*\*")
"""How exports mark the fund or the deposit that is the core of an account, which holds its cash: `QZMXX**`."""
FUND_SYMBOL = re.compile(r"[A-Z]{4}X|Q[A-Z]{4}X")
"""Five letters that end in X are the symbol of a mutual fund, six from Q to X that of an account of an annuity."""
SYMBOLS = ("symbol", "identifier")
MONEY_NAME = re.compile(
    r"\([A-Z]{3}XX\)|(?<!insured )\bmoney\b|\bcash (?:res|man|inv|fund|port)|\bliquid(?:ity)?\b|"
    r"\b(?:treasury|government|govt|prime|federal|agency) obligations\b",
    re.I,
)
RIGHT = re.compile(r"calls?|puts?|[CP]", re.I)


def asset_type_of(
    record: Record, figures: Figures, description: str, full: str, kinds: Sequence[AssetType], section: str
) -> AssetType:
    """The kind of what a row holds.

    `figures` are its numbers, `description` is its name, `full` all its words; `kinds` are what the headings above
    say, the nearest first, and `section` are their names.
    """
    if _says_cash(record, figures, description):
        return "cash"
    if any(role in record.cells for role in ("commitment", "called", "unfunded")):
        return "cash" if CASH_NAME.match(description) and kinds[:1] == ["cash"] else "alternative"
    printed = None if _is_account_side(record, figures) else record.cells.get("type")
    hint = "bond" if _is_debt(record, figures, full) else _hint(description)
    named = _of_type(printed.text, hint) if printed else None
    if not figures.has_units and (
        CASH_ALONE.fullmatch(description)
        or (named is None and NO_SECURITY.match(description))
        or _has_symbol_of_cash(record)
    ):
        return "cash"
    if _is_contract(record) or _is_told_contract(record, figures, hint, full):
        named = "option"
    if named is None:
        named = _of_several(kinds[0], hint, section) if kinds else None
    if named in ("cash", "money_market") and figures.is_priced:
        named = _beside_cash(hint, section)
    if named in ("cash", "money_market"):
        if CASH_NAME.match(description) or (named == "cash" and not printed and not _fund_beside_cash(hint, section)):
            return "cash"
        return "money_market" if named == "money_market" or hint == "money_market" else "cash"
    if (hint == "money_market" and named in (None, "mutual_fund", "other")) or _is_money(record, figures, full):
        return "money_market"
    if named == "other" and any(kind != "other" for kind in kinds) and not printed:
        named = next(kind for kind in kinds if kind != "other")
    if named is not None:
        own = hint is not None and _knows_better(record, figures, named, hint, full)
        kind = hint if own and hint else _finer(named, hint, description, full, printed is not None)
        return "mutual_fund" if kind == "stock" and _has_symbol_of_fund(record) else kind
    return _by_itself(record, figures, hint)


def _by_itself(record: Record, figures: Figures, hint: AssetType | None) -> AssetType:
    """The kind of what stands under no heading and in no column of kinds."""
    if hint in (None, "stock") and figures.is_of_face:
        return "bond"
    return hint or ("bond" if "maturity" in record.cells else "other")


def _says_cash(record: Record, figures: Figures, description: str) -> bool:
    """Whether the name alone is that of cash: as taught, as dollars, or as a balance with units at par."""
    if line_meaning(description) == "cash" or (DOLLARS.match(description) and not figures.is_priced):
        return True
    if _is_core(record, figures, description):
        return True
    if not _is_at_par(record, figures):
        return not figures.has_units and DEPOSITS.fullmatch(description) is not None
    said = (SWEPT.search(description), DEPOSITS.fullmatch(description), CASH_ALONE.fullmatch(description))
    return any(said) or (_has_symbol_of_cash(record) and _hint(description) != "money_market")


def _is_core(record: Record, figures: Figures, description: str) -> bool:
    """Whether a row is the core of the account by the mark on its symbol, and holds money by symbol or name."""
    symbol = record.cells["symbol"].text.strip() if "symbol" in record.cells else ""
    if figures.is_priced or CORE.fullmatch(symbol) is None:
        return False
    return MONEY_SYMBOL.fullmatch(symbol.strip("*")) is not None or MONEY_NAME.search(description) is not None


def _has_symbol_of_cash(record: Record) -> bool:
    """Whether the column of symbols says cash in so many words: `EUR CASH` beside `EURO`, `Money accounts`."""
    symbol = record.cells.get("symbol")
    return symbol is not None and CASH_ALONE.fullmatch(symbol.text.strip()) is not None


def _has_symbol_of_fund(record: Record) -> bool:
    """Whether the column of symbols has one of a fund, or of an account of an annuity that is valued like one."""
    return any(role in record.cells and FUND_SYMBOL.fullmatch(record.cells[role].text.strip()) for role in SYMBOLS)


def _is_money(record: Record, figures: Figures, full: str) -> bool:
    """Whether units of one dollar are those of a money market fund: by its symbol, or by words of a name cut short."""
    if not _is_at_par(record, figures) or not figures.is_whole:
        return False
    symbols = [record.cells[role].text.strip() for role in SYMBOLS if role in record.cells]
    return any(MONEY_SYMBOL.fullmatch(text) for text in symbols) or MONEY_NAME.search(full) is not None


def _knows_better(record: Record, figures: Figures, named: AssetType, hint: AssetType, full: str) -> bool:
    """Whether a name is right against the heading over it, by the figures of the row or its terms.

    A fund among the bonds is worth its units at their price, a bond among stocks or funds a hundredth of that.
    """
    if named == "bond":
        return hint in ("mutual_fund", "etf") and figures.is_whole
    if record.cells.get("type") is not None and not _is_account_side(record, figures):
        return False
    if named == "stock" and (hint == "structured_note" or _is_debt(record, figures, full)):
        return True
    return hint == "bond" and named in UNITS_OF_ONE and figures.ties_at(CENT) and not figures.is_whole


def _is_at_par(record: Record, figures: Figures) -> bool:
    """Whether a row prints units of a price of one, as cash with units does."""
    return "quantity" in record.cells and figures.price == 1


def _finer(named: AssetType, hint: AssetType | None, description: str, full: str, printed: bool) -> AssetType:
    """The kind that a heading names, made finer by a name that says more: a fund or a preferred among the stocks."""
    stocks_own = hint in ("etf", "preferred") or (hint == "mutual_fund" and PAREN.search(full) is None)
    if named == "stock" and stocks_own and hint is not None:
        return hint if hint == "etf" or not printed else named
    if named == "mutual_fund" and hint == "etf" and re.search(r"\betfs?\b", description, re.I):
        return "etf"
    return named


def _beside_cash(hint: AssetType | None, section: str) -> AssetType | None:
    """The kind of a security with a price of its own under a heading of cash, `Stocks - Cash`."""
    own = [kind for kind in kinds_of_section(section.split(" / ")[-1]) if kind not in ("cash", "money_market")]
    return hint if hint not in ("cash", "money_market", None) else own[0] if own else hint


def _of_type(text: str, hint: AssetType | None) -> AssetType | None:
    """The kind that a column of types names; of several, `Stocks / Options`, that of the name."""
    named = kind_of_section(text)
    return _of_several(named, hint, text.replace(" / ", " and ")) if named == "option" else named


def _of_several(named: AssetType, hint: AssetType | None, section: str) -> AssetType:
    """The kind of a security under a heading of several kinds, `Equities and Options`: what its name says, if it does.

    An option says so in its name; what does not is of the other kind.
    """
    own = next((parts for name in reversed(section.split(" / ")) if (parts := kinds_of_section(name))), ())
    if len(own) < 2 or hint == named:
        return named
    if hint in own and hint is not None:
        return hint
    return next((kind for kind in own if kind != "option"), named) if named == "option" else named


@lru_cache(maxsize=20_000)
def _hint(description: str) -> AssetType | None:
    """What a name says the security is; a bond that may be put or called back is no option."""
    debt = BOND_TERMS.search(description) is not None
    return next(
        (kind for kind, pattern in HINTS if pattern.search(description) and not (debt and kind == "option")), None
    )


def _is_debt(record: Record, figures: Figures, full: str) -> bool:
    """Whether a row prints a day of maturity, a day it is due, or a rate and a day, and its value is per hundred.

    An option's is not.
    """
    due = "maturity" in record.cells or RATE_AND_DAY.search(full) is not None or DUE.search(full) is not None
    return due and figures.ties_at(CENT)


def _is_contract(record: Record) -> bool:
    """Whether the symbol is that of an option: `ABC   270115C00055000`, `-ABC270115C55`, `ABC 01/15/2027 55.00 C`.

    Or a column says that it is a call or a put.
    """
    if "right" in record.cells and RIGHT.fullmatch(record.cells["right"].text.strip()):
        return True
    return any(role in record.cells and option_symbol(record.cells[role].text) for role in SYMBOLS)


def _is_told_contract(record: Record, figures: Figures, hint: AssetType | None, full: str) -> bool:
    """Whether the words are those of a contract, and the row is worth a hundred a unit, or leaves that to its lots."""
    expires = EXPIRES.search(full) is not None
    by_lots = hint == "option" and expires and not figures.has_units and "value" not in record.cells
    return by_lots or ((hint == "option" or expires) and figures.ties_at(Decimal(100)))


def _is_account_side(record: Record, figures: Figures) -> bool:
    """Whether the type is the side of the account that holds a security, and not what the security is."""
    printed = record.cells.get("type")
    sided = printed is not None and ACCOUNT_SIDE.fullmatch(printed.text.strip()) is not None
    return sided and "quantity" in record.cells and figures.price is not None and figures.price != 1


def _fund_beside_cash(hint: AssetType | None, section: str) -> bool:
    """A money market fund listed with the cash, and not as the account's core or sweep."""
    return hint == "money_market" and re.search(r"core|sweep|deposit|settlement", section, re.I) is None
