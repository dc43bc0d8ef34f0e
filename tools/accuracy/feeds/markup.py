"""Invented downloads: OFX of both kinds, a plan's OFX, Flex queries, and the text of a printed statement."""

from dataclasses import replace
from xml.sax.saxutils import escape

from tools.accuracy.content import bond, fund, money, number, option, stock, with_lots
from tools.accuracy.drawing import Ink
from tools.accuracy.houses import HOUSES, House
from tools.accuracy.planted import Deal
from tools.accuracy.truth import CENT, D, Drawn, Row, worth

SGML = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\n\n"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE"?>\n'


def tag(name: str, *inside: str, closed: bool = True) -> str:
    """An element."""
    return f"<{name}>{''.join(inside)}</{name}>" if closed else f"<{name}>{''.join(inside)}"


def element(name: str, /, **attributes: object) -> str:
    """An empty element with attributes."""
    return f"<{name} " + " ".join(f'{key}="{escape(str(value))}"' for key, value in attributes.items()) + "/>"


def _ofx(deal: Deal, head: str, closed: bool) -> Drawn:
    dice, taken = deal.dice, deal.taken
    shares = [replace(stock(dice, taken, False), cusip=None, cost=None) for _ in range(dice.randrange(3, 15))]
    bonds = [replace(bond(dice, taken), cost=None) for _ in range(dice.randrange(1, 5))]
    cash, account = money(dice, 10, 60_000), number(dice)
    rows = deal.shown([*shares, *bonds], summed=False)

    def leaf(name: str, text: object) -> str:
        return tag(name, escape(str(text)), closed=closed)

    def key(row: Row) -> str:
        kind = "CUSIP" if row.cusip else "TICKER"
        return tag("SECID", leaf("UNIQUEID", row.cusip or row.symbol), leaf("UNIQUEIDTYPE", kind))

    held = "".join(
        tag("POSDEBT" if row.cusip else "POSSTOCK", tag("INVPOS", key(row), leaf("HELDINACCT", "CASH"),
            leaf("POSTYPE", "LONG"), leaf("UNITS", row.quantity), leaf("UNITPRICE", row.price),
            leaf("MKTVAL", row.value), leaf("DTPRICEASOF", "20260630160000")))
        for row in rows
    )  # fmt: skip
    known = "".join(
        tag("DEBTINFO" if row.cusip else "STOCKINFO",
            tag("SECINFO", key(row), leaf("SECNAME", row.name), leaf("TICKER", row.symbol) if row.symbol else ""))
        for row in {row.symbol or row.cusip: row for row in rows}.values()
    )  # fmt: skip
    body = tag("OFX", tag("SIGNONMSGSRSV1", tag("SONRS", tag("STATUS", leaf("CODE", 0), leaf("SEVERITY", "INFO")),
        leaf("DTSERVER", "20260701"), leaf("LANGUAGE", "ENG"), tag("FI", leaf("ORG", "Trelawny"), leaf("FID", 77)))),
        tag("INVSTMTMSGSRSV1", tag("INVSTMTTRNRS", leaf("TRNUID", 1), tag("STATUS", leaf("CODE", 0),
        leaf("SEVERITY", "INFO")), tag("INVSTMTRS", leaf("DTASOF", "20260630160000"), leaf("CURDEF", "USD"),
        tag("INVACCTFROM", leaf("BROKERID", "trelawny.example"), leaf("ACCTID", account)), tag("INVPOSLIST", held),
        tag("INVBAL", leaf("AVAILCASH", cash), leaf("MARGINBALANCE", 0), leaf("SHORTBALANCE", 0))))),
        tag("SECLISTMSGSRSV1", tag("SECLIST", known)))  # fmt: skip
    made = deal.close(account, rows, None, cash, as_of="2026-06-30")
    return Drawn((head + body).encode(), (made,), ".ofx")


def trelawny_ofx(deal: Deal) -> Drawn:
    """OFX 1: tags without ends, shares by ticker and bonds by CUSIP, cash in the balance."""
    return _ofx(deal, SGML, closed=False)


def trelawny_qfx(deal: Deal) -> Drawn:
    """OFX 2 as XML, in a file that calls itself QFX."""
    return replace(_ofx(deal, XML, closed=True), ending=".qfx")


def penryn_flex(deal: Deal) -> Drawn:
    """A Flex query: summaries and lots of shares, bonds per 100, options, cash, and the equity that all ties to."""
    dice, taken = deal.dice, deal.taken
    shares = [with_lots(dice, stock(dice, taken), 3) for _ in range(dice.randrange(3, 12))]
    options = [option(dice, shares[0], True), option(dice, shares[1], False)]
    options = [replace(row, cost=row.cost) for row in options]
    cash = money(dice, 10, 60_000)
    total = deal.total(worth(shares) + worth(options) + cash)
    shares, options = deal.shown(shares), deal.shown(options)
    found: list[str] = []
    for row in (*shares, *options):
        kind, size = ("OPT", 100) if row.kinds else ("STK", 1)
        named = f'symbol="{row.symbol or row.name}" description="{escape(row.name)}" conid="{len(found)}"'
        base = f'currency="USD" assetCategory="{kind}" {named} multiplier="{size}" markPrice="{row.price}"'
        found.append(f'<OpenPosition {base} position="{row.quantity}" positionValue="{row.value}" '
                     f'costBasisMoney="{row.cost}" levelOfDetail="SUMMARY" reportDate="20260630"/>')  # fmt: skip
        for lot in row.lots:
            held = (lot.quantity * (row.price or D(0))).quantize(CENT)
            found.append(f'<OpenPosition {base} position="{lot.quantity}" positionValue="{held}" '
                         f'costBasisMoney="{lot.cost}" levelOfDetail="LOT" '
                         f'openDateTime="{lot.day.replace("-", "")};101500"/>')  # fmt: skip
    body = (
        '<FlexQueryResponse queryName="x" type="AF"><FlexStatements count="1"><FlexStatement accountId="U7654321" '
        'fromDate="20260601" toDate="20260630"><AccountInformation accountId="U7654321" name="Ines Calloway" '
        f'currency="USD"/><EquitySummaryInBase><EquitySummaryByReportDateInBase accountId="U7654321" '
        f'reportDate="20260630" cash="{cash}" stock="{worth(shares)}" options="{worth(options)}" total="{total}"/>'
        f'</EquitySummaryInBase><CashReport><CashReportCurrency currency="BASE_SUMMARY" endingCash="{cash}"/>'
        f'</CashReport><OpenPositions>{"".join(found)}</OpenPositions></FlexStatement></FlexStatements>'
        "</FlexQueryResponse>"
    )  # fmt: skip
    rows = (*shares, *(replace(row, symbol=None) for row in options))
    return Drawn(body.encode(), (deal.close("U7654321", rows, total, cash, as_of="2026-06-30"),), ".xml")


def morven_plan_ofx(deal: Deal) -> Drawn:
    """A plan's OFX: funds without tickers, units to three places, the source of each contribution."""
    dice = deal.dice
    rows = [replace(fund(dice, deal.taken), cost=None) for _ in range(dice.randrange(3, 9))]
    account = number(dice)
    rows = deal.shown(rows, summed=False)
    keys = {row.name: f"MV{place:07d}" for place, row in enumerate({row.name: row for row in rows}.values())}
    held = "".join(
        f"<POSMF><INVPOS><SECID><UNIQUEID>{keys[row.name]}<UNIQUEIDTYPE>OTHER</SECID><HELDINACCT>OTHER<POSTYPE>LONG"
        f"<UNITS>{row.quantity}<UNITPRICE>{row.price}<MKTVAL>{row.value}<DTPRICEASOF>20260630<INV401KSOURCE>PRETAX"
        "</INVPOS></POSMF>" for row in rows
    )  # fmt: skip
    known = "".join(
        f"<MFINFO><SECINFO><SECID><UNIQUEID>{key}<UNIQUEIDTYPE>OTHER</SECID><SECNAME>{escape(title)}</SECINFO></MFINFO>"
        for title, key in keys.items()
    )
    body = (
        "<OFX><SIGNONMSGSRSV1><SONRS><FI><ORG>Morven Plans<FID>9</FI></SONRS></SIGNONMSGSRSV1><INVSTMTMSGSRSV1>"
        "<INVSTMTTRNRS><INVSTMTRS><DTASOF>20260630<CURDEF>USD<INVACCTFROM><BROKERID>morven.example"
        f"<ACCTID>{account}</INVACCTFROM><INVPOSLIST>{held}</INVPOSLIST></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1>"
        f"<SECLISTMSGSRSV1><SECLIST>{known}</SECLIST></SECLISTMSGSRSV1></OFX>"
    )
    return Drawn((SGML + body).encode(), (deal.close(account, rows, None, as_of="2026-06-30"),), ".ofx")


def dumped(house: House) -> House:
    """The house's statement as the text of its pages, each word where it stood, as text extractors lay it out."""

    def text(deal: Deal) -> Drawn:
        drawn = house(deal)
        pages = [_grid([mark for mark in page if isinstance(mark, Ink)]) for page in drawn.paper.pages]
        return replace(drawn, data="\f".join(pages).encode(), ending=".txt", paper=None)

    text.__name__ = f"{house.__name__}_txt"
    return text


def _grid(inks: list[Ink]) -> str:
    """Words on a grid of letters 3.6 points wide; what would touch is moved one to the right."""
    lines: dict[int, str] = {}
    for ink in sorted(inks, key=lambda one: (round(one.y), one.x)):
        before = lines.get(round(ink.y), "")
        start = max(round(ink.x / 3.6), len(before) + 2 if before else 0)
        lines[round(ink.y)] = before.ljust(start) + ink.text
    return "\n".join(lines[y] for y in sorted(lines)) + "\n"


DUMPS = [dumped(HOUSES[name]) for name in ("alderbrook", "elmhurst", "inverlay", "kelmscott")]
