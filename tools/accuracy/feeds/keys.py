"""Downloads with keys of other kinds: shares by CUSIP with a ticker elsewhere, options by 100, quotes of one stroke."""

from dataclasses import replace
from xml.sax.saxutils import escape

from tools.accuracy.content import cusip, fund, option, stock
from tools.accuracy.feeds.markup import element
from tools.accuracy.houses.hands import Hand, hand, some_stocks
from tools.accuracy.planted import Deal
from tools.accuracy.truth import Drawn, Row

GREYSTOKE = "U9988776"


def ferncliff_ofx(deal: Deal) -> Drawn:
    """Each tag on an indented line, shares by CUSIP with their ticker elsewhere, a plan's account beside, no ends."""
    dice = deal.dice
    shares = [
        replace(stock(dice, deal.taken), cost=None, cusip=cusip(dice, deal.taken)) for _ in range(dice.randrange(3, 9))
    ]
    funds = [replace(fund(dice, deal.taken), cost=None) for _ in range(dice.randrange(2, 6))]
    first = hand(deal, {"STOCK": shares}, summed=False)
    made = first.closed(deal, as_of="2026-06-30")
    plan = hand(deal, {"MF": funds}, cash=False, summed=False)
    accounts = (made, plan.closed(deal, as_of="2026-06-30"))
    infos = "".join(_info(row) for held in (first, plan) for row in {row.name: row for row in held.rows}.values())
    bodies = "".join(_statement(held) for held in (first, plan))
    text = (
        "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:103\r\nSECURITY:NONE\r\nENCODING:UTF-8\r\nCHARSET:NONE\r\n"
        "COMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n<OFX>\r\n"
        "  <SIGNONMSGSRSV1><SONRS><STATUS><CODE>0"
        "<SEVERITY>INFO</STATUS><DTSERVER>20260701<LANGUAGE>ENG<FI><ORG>Ferncliff<FID>12</FI></SONRS></SIGNONMSGSRSV1>\r\n"
        f"  <INVSTMTMSGSRSV1>\r\n{bodies}  </INVSTMTMSGSRSV1>\r\n  <SECLISTMSGSRSV1><SECLIST>\r\n{infos}"
        "  </SECLIST></SECLISTMSGSRSV1>\r\n</OFX>\r\n"
    )
    return Drawn(text.encode(), accounts, ".qfx")


def _key(row: Row) -> str:
    kind, key = ("CUSIP", row.cusip) if row.cusip else ("FERNCLIFF", row.name.replace(" ", "")[:12].upper())
    return f"<SECID>\r\n        <UNIQUEID>{key}\r\n        <UNIQUEIDTYPE>{kind}\r\n      </SECID>"


def _statement(held: Hand) -> str:
    positions = "".join(
        f"    <POS{kind}>\r\n      <INVPOS>\r\n      {_key(row)}\r\n      <HELDINACCT>CASH\r\n      <POSTYPE>LONG\r\n"
        f"      <UNITS>{row.quantity:.6f}\r\n      <UNITPRICE>{row.price:.6f}\r\n      <MKTVAL>{row.value}\r\n"
        f"      <DTPRICEASOF>20260630120000.000\r\n      </INVPOS>\r\n    </POS{kind}>\r\n"
        for kind, rows in held.groups.items()
        for row in rows
    )
    cash = (
        ""
        if held.cash is None
        else (
            f"    <INVBAL>\r\n      <AVAILCASH>{held.cash}\r\n      <MARGINBALANCE>0.00\r\n"
            "      <SHORTBALANCE>0.00\r\n    </INVBAL>\r\n"
        )
    )
    return (
        "    <INVSTMTTRNRS><TRNUID>0<STATUS><CODE>0<SEVERITY>INFO</STATUS>\r\n    <INVSTMTRS>\r\n"
        "    <DTASOF>20260630120000.000"
        "\r\n    <CURDEF>USD\r\n    <INVACCTFROM>\r\n      <BROKERID>ferncliff.example\r\n      <ACCTID>"
        f"{held.number}\r\n    </INVACCTFROM>\r\n    <INVPOSLIST>\r\n{positions}    </INVPOSLIST>\r\n{cash}"
        "    </INVSTMTRS></INVSTMTTRNRS>\r\n"
    )


def _info(row: Row) -> str:
    kind, ticker = ("STOCK", f"\r\n      <TICKER>{row.symbol}") if row.symbol else ("MF", "")
    return (
        f"    <{kind}INFO><SECINFO>\r\n      {_key(row)}\r\n      <SECNAME>{escape(row.name)}{ticker}\r\n"
        f"    </SECINFO></{kind}INFO>\r\n"
    )


def greystoke_flex(deal: Deal) -> Drawn:
    """Options by 100, single quotes, blanks and lines between the marks, the equity after the cash."""
    dice = deal.dice
    shares = some_stocks(deal, 3, 9)
    calls = [option(dice, shares[0], True), option(dice, shares[1], False)]
    held = hand(deal, {"STK": shares, "OPT": calls})
    found = "\n".join(_open(row, kind) for kind, rows in held.groups.items() for row in rows)
    summary = element("EquitySummaryByReportDateInBase", reportDate="2026-06-30", cash=held.cash, total=held.total)
    cash = element("CashReportCurrency", accountId=GREYSTOKE, currency="BASE_SUMMARY", endingCash=held.cash)
    who = element("AccountInformation", accountId=GREYSTOKE, acctAlias="", name="Odalys Fenwick", currency="USD")
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<FlexQueryResponse queryName="Holdings" type="AF">\n'
        f'<FlexStatements count="1">\n<FlexStatement accountId="{GREYSTOKE}" fromDate="2026-06-30" '
        f'toDate="2026-06-30" period="LastBusinessDay">\n{who}\n<CashReport>\n{cash}\n</CashReport>\n'
        f"<EquitySummaryInBase>\n{summary}\n</EquitySummaryInBase>\n<OpenPositions>\n{found}\n</OpenPositions>\n"
        "</FlexStatement>\n</FlexStatements>\n</FlexQueryResponse>\n"
    ).replace('"', "'")
    made = deal.close(GREYSTOKE, held.rows, held.total, held.cash, as_of="2026-06-30")
    return Drawn(body.encode(), (made,), ".xml")


def _open(row: Row, kind: str) -> str:
    return element(
        "OpenPosition",
        accountId=GREYSTOKE,
        currency="USD",
        fxRateToBase=1,
        assetCategory=kind,
        symbol=row.symbol or row.name,
        description=row.name,
        multiplier=100 if kind == "OPT" else 1,
        reportDate="2026-06-30",
        position=row.quantity,
        markPrice=row.price,
        positionValue=row.value,
        costBasisMoney=row.cost,
        levelOfDetail="SUMMARY",
        side="Short" if row.value < 0 else "Long",
    )
