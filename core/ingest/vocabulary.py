"""What column headers mean: the words that brokers print over quantity, price, value, basis and the rest.

A label is reduced to lower-case words without signs and dates, looked up whole, and only then tried by rule.
`other` columns are known but not read (income, yield, weights, beginning values).
"""

import re
from functools import cache

LABELS: dict[str, str] = {
    "quantity": "quantity|qty|shares|units|shares units|units shares|quantity shares|shares quantity|number of shares|"
    "no of shares|share quantity|share balance|unit balance|shares held|units held|face|face value|face amount|par|"
    "par value|par amount|nominal|nominal value|principal amount|contracts|ending shares|ending units|"
    "ending quantity|shares face value|quantity face value|shares par|quantity par|position|shares contracts|"
    "current shares|total shares|closing units|closing quantity|qty shares|no shares|"
    "shares or face value|quantity or face value|current quantity|settled quantity|trade date quantity|amount held",
    "price": "price|market price|unit price|share price|price per unit|price per share|price share|current price|"
    "closing price|close price|last price|last|nav|nav per share|net asset value|unit value|value per unit|"
    "value per share|ending price|mkt price|close|closing|quote|current price per unit|price unit|current unit price|"
    "current share price|current unit value|ending price per unit|last trade|mark|mark price|price usd|price local|"
    "market price per share|current market price|est price|estimated price|market unit price|share value|"
    "ending share price|current nav|unit nav|price per 100",
    "value": "value|market value|mkt value|mkt val|ending market value|ending value|current value|total value|"
    "current market value|total market value|closing value|closing market value|estimated market value|est market value|"
    "balance|ending balance|current balance|fair value|ending net value|position value|local value|market value usd|"
    "value usd|est value|estimated value|account value|net value|total market|closing balance|market value base|"
    "market worth|worth|valuation|value of holding|holding value",
    "cost": "cost|cost basis|total cost|total cost basis|basis|tax cost|book value|book cost|original cost|adjusted cost|"
    "adjusted basis|adjusted cost basis|original cost basis|total basis|purchase cost|amount invested|cost value|"
    "invested|invested amount|cost basis total|total adjusted cost|tax basis|net cost|acquisition cost|purchase amount|"
    "total purchase cost|total tax cost|your cost|principal invested|contributed|adjusted cost original cost|"
    "federal tax cost|tax lot cost|total original cost|cost usd|cost amount|net investment|aggregate cost",
    "unit_cost": "unit cost|average cost|avg cost|cost per share|cost share|cost per unit|average cost basis|avg cost basis|"
    "purchase price|average price|avg price|average unit cost|average cost per share|average price paid|cost price|"
    "avg unit cost|cost basis share|cost basis per share|price paid|adjusted unit cost|unit tax cost|open price|"
    "avg price paid|avg cost share|average cost share|acquisition price|buy price|adj unit cost|orig unit cost|"
    "average cost per unit|cost basis per unit|purchase price per share|original unit cost",
    "gain": "gain loss|unrealized gain loss|unrealized|gain|unrealized gain|gain or loss|g l|unrealized g l|profit loss|"
    "unrealized gain or loss|total gain loss|profit|unrealised gain loss|unrealized p l|gains losses|"
    "unrealized gains losses|p l|unrealised|total gain loss dollar|unrealized gain loss dollar|gain loss dollar|"
    "unrealized appreciation|appreciation|net unrealized gain loss|unrealized profit loss|gain loss amount|"
    "unrealized appreciation depreciation|total unrealized gain loss|change from cost",
    "symbol": "symbol|ticker|ticker symbol|sym|symbol ticker|fund symbol|security symbol|stock symbol|trading symbol",
    "identifier": "symbol cusip|cusip symbol|symbol isin|isin symbol|security id|identifier|security identifier|"
    "security number|id|instrument id|security no|cusip isin|isin cusip|ticker cusip|cusip ticker|sec id",
    "cusip": "cusip|cusip number|cusip no|cusip id",
    "isin": "isin|isin code|isin number",
    "description": "description|holding|security|security description|security name|investment|investment name|name|holding name|"
    "fund|fund name|asset|asset description|asset name|product|issue|issuer|holdings|investments|security type name|"
    "investment option|investment options|instrument|description of holding|position description|securities|"
    "investment description|fund option|name of security|company|company name|account investment|stock|bond|"
    "symbol description|description symbol|security symbol description|option|portfolio holdings|positions|"
    "name of investment|fund description|title|description and symbol|item|equity|assets|what you own|particulars",
    "acquired": "acquired|date acquired|acquisition date|open date|purchase date|trade date|date purchased|opened|"
    "date opened|lot date|date of purchase|purchased|tax lot date|open|bought|date bought|buy date|acq date|"
    "acquire date|original date|lot open date|acquired date|holding date|opening date",
    "maturity": "maturity|maturity date|expiration|expiration date|expiry|due date|due|mat date",
    "type": "type|holding type|asset type|security type|asset class|category|class|investment type|sector|asset category|security class",
    "term": "term|holding period|short long|long short|st lt|lt st|gain type|long short term|short long term",
    "currency": "currency|ccy|curr|cur",
    "account": "account number|account|account no|account id|acct|acct no|acct number|acct num|account num",
    "account_name": "account name|account type|registration|account registration|account title|account description",
    "owner": "owner|account owner|client|client name|holder|name of owner",
    "accrued": "accrued interest|accrued|accrued int|accrued income|accr int|interest accrued|accrued interest ai",
    "date": "date|settlement date|transaction date|effective date|post date|posted|activity date|process date|"
    "settle date|entry date|run date|date posted|posting date",
    "activity": "transaction|transaction type|transaction description|activity|action|type of activity|activity type|"
    "transaction code|activity description|tran type",
    "amount": "amount|net amount|transaction amount|transaction total|total amount|net settlement amount|proceeds|"
    "debit|credit|net settlement|net proceeds|principal|settlement amount|withdrawals|deposits",
    "other": "weight|allocation|percent|yield|income|annual income|est annual income|estimated annual income|dividend|"
    "rate|coupon|coupon rate|interest rate|volume|rating|ratings|eai|ey|change|day change|price change|sedol|"
    "est yield|current yield|annual yield|commission|fees|cost basis of close|reinvest|capital gains|notes|"
    "beginning value|beginning balance|beginning market value|opening value|opening balance|prior value|"
    "previous value|previous balance|prior market value|opening market value|beginning mkt value|est income|"
    "beginning quantity|beginning shares|opening units|beginning units|pe ratio|country|exchange|account weight|"
    "estimated income|est yield ey|est annual income eai|est income yield|beginning price|prior price|margin|held in|"
    "held|div yield|dividend yield|estimated yield|reinvest dividends|ratio|elections|contributions|transfers|line|no|row|"
    "lot|lot id|lot number|tax lot|nav date|vintage|commitment|unfunded|called|distributions|location|market value change|"
    "ytd|mtd|previous close|duration|days held|quantity change|value change|moodys s p|call date|interest|expense ratio|"
    "est annual income yield|percent of account|percent of portfolio|percent of total|portfolio weight|account percent",
}
QUALIFIERS = re.compile(r"\b(?:est|usd|in|on|as of|of|the|your)\b")
RULES: tuple[tuple[str, str], ...] = (
    (r"%|\bpercent|\bpct\b|\bweight|\ballocation|\byield|\bincome\b|\bdividend|\bratio\b|\bvolume\b|\brating", "other"),
    (r"\bbeginning\b|\bprior\b|\bprevious\b|\bopening\b|\bstart\b|\blast period\b|\bchange\b|\bchg\b|\bday\b|\btoday", "other"),
    (r"\bcommit|\bunfunded\b|\bcalled\b|\bdistribut|\breinvest|\b52\b|\brealized\b(?!.*unreal)", "other"),
    (r"\bunreali[sz]ed|\bgain\b|\bg l\b|\bprofit\b", "gain"),
    (r"(?:\bunit|\bavg|\baverage|\bper share|\bper unit|\bshare).*\b(?:cost|basis)|\b(?:cost|basis)\b.*(?:per|unit|share|avg|average)", "unit_cost"),
    (r"\bpurchase price|\bprice paid", "unit_cost"),
    (r"\bcost\b|\bbasis\b", "cost"),
    (r"\b(?:price|nav)\b", "price"),
    (r"\bvalue\b.*\baccrued\b|\bmarket value\b|\bvalue\b|\bmkt val", "value"),
    (r"\baccrued\b", "accrued"),
    (r"\b(?:quantity|qty|shares|units|par|face)\b", "quantity"),
    (r"\bmaturity\b|\bexpir", "maturity"),
    (r"\bacquired\b|\bpurchase date|\btrade date|\bopen date", "acquired"),
    (r"\bcusip\b", "cusip"),
    (r"\bisin\b", "isin"),
    (r"\bsymbol\b|\bticker\b", "symbol"),
    (r"\bdescription\b|\bsecurity\b|\binvestment\b", "description"),
)  # fmt: skip
NUMBERS = frozenset({"quantity", "price", "value", "cost", "unit_cost", "gain", "accrued", "amount", "value_base"})
TEXTS = frozenset({"description", "symbol", "identifier", "cusip", "isin", "type", "term", "currency", "account",
                   "account_name", "owner", "activity"})  # fmt: skip
DATES = frozenset({"acquired", "maturity", "date"})
HEADER_WORDS = frozenset(word for labels in LABELS.values() for word in re.findall(r"[a-z]+", labels)) | frozenset(
    "per annual total market unrealized ai eai ey gain loss pct of by and or at your adj adjusted as on in to from "
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december usd".split()
)
DATE_WORDS = re.compile(
    r"\b(?:\d{1,2}/\d{1,2}/\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? ?(?:\d{4})?)\b"
)
KNOWN: dict[str, str] = {label: role for role, labels in LABELS.items() for label in labels.split("|")}


@cache
def role_of(label: str) -> str | None:
    """The role that a header label gives its column, or None where the label means nothing to us."""
    plain = plain_label(label)
    if not plain:
        return None
    if plain in KNOWN:
        return KNOWN[plain]
    shorter = " ".join(QUALIFIERS.sub(" ", plain).split())
    if shorter in KNOWN:
        return KNOWN[shorter]
    for within in re.findall(r"\(([^)]{3,})\)", label.lower()):
        if plain_label(within) in KNOWN:
            return KNOWN[plain_label(within)]
    return next((role for rule, role in RULES if re.search(rule, plain)), None)


@cache
def known_role(label: str) -> str | None:
    """The role of a label that is in the vocabulary as it stands; no guessing by rule."""
    return KNOWN.get(plain_label(label))


@cache
def plain_label(label: str) -> str:
    """The label as lower-case words: `Gain/Loss $` and `GAIN (LOSS)` are both `gain loss`."""
    text = DATE_WORDS.sub(" ", label.lower().replace("%", " % "))
    text = re.sub(r"\$|usd\b|[¹²³†‡*]", " ", text)
    return " ".join(re.sub(r"[^a-z0-9%]+", " ", text).split())


def cut_labels(words: list[str]) -> list[int] | None:
    """Where a run of header words falls apart into known labels: the start of each, or None where it does not.

    Longest labels first, so `Market Value Cost Basis` is two columns and not four.
    """
    starts: list[int] = []
    place = 0
    while place < len(words):
        for end in range(min(len(words), place + 5), place, -1):
            if known_role(" ".join(words[place:end])):
                starts.append(place)
                place = end
                break
        else:
            return None
    return starts


def is_header_word(word: str) -> bool:
    """Whether a word may stand in a column header."""
    parts = re.findall(r"[a-z]+", word.lower())
    return all(part in HEADER_WORDS for part in parts) if parts else not any(mark.isdigit() for mark in word)
