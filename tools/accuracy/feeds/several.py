"""Downloads of several accounts: options and shorts in OFX, bonds at percent prices in a Flex query."""

from dataclasses import replace
from xml.sax.saxutils import escape

from tools.accuracy.content import bond, money, number, option, stock
from tools.accuracy.feeds.markup import SGML, tag
from tools.accuracy.planted import Deal
from tools.accuracy.truth import D, Drawn, Row, worth


def foxcote_ofx(deal: Deal) -> Drawn:
    """Two accounts in one OFX: options, a short share, numbers with plus signs, margin accounts."""
    dice, accounts, bodies, infos = deal.dice, [], [], []
    for _ in range(2):
        shares = [replace(stock(dice, deal.taken), cost=None) for _ in range(dice.randrange(2, 8))]
        short = shares[-1]
        shares[-1] = replace(short, quantity=-(short.quantity or D(0)), value=-short.value)
        calls = [replace(option(dice, shares[0], True), cost=None)]
        cash, account = money(dice, 10, 60_000), number(dice)
        rows = deal.shown([*shares, *calls], summed=False)
        keys = [row.symbol or f"OPT{account[:4]}{place}" for place, row in enumerate(rows)]
        held = "".join(_position(row, key) for row, key in zip(rows, keys, strict=True))
        infos += [_security(row, key) for row, key in zip(rows, keys, strict=True)]
        bodies.append(
            "<INVSTMTTRNRS><TRNUID>0<INVSTMTRS><DTASOF>20260630<CURDEF>USD<INVACCTFROM><BROKERID>foxcote.example"
            f"<ACCTID>{account}</INVACCTFROM><INVPOSLIST>{held}</INVPOSLIST><INVBAL><AVAILCASH>{cash}<MARGINBALANCE>0"
            "<SHORTBALANCE>0</INVBAL></INVSTMTRS></INVSTMTTRNRS>"
        )
        accounts.append(deal.close(account, rows, None, cash, as_of="2026-06-30"))
    front = "<SIGNONMSGSRSV1><SONRS><FI><ORG>Foxcote<FID>1</FI></SONRS></SIGNONMSGSRSV1>"
    body = tag("OFX", front, tag("INVSTMTMSGSRSV1", *bodies), tag("SECLISTMSGSRSV1", tag("SECLIST", *infos)))
    return Drawn((SGML + body).encode(), tuple(accounts), ".ofx")


def _position(row: Row, key: str) -> str:
    kind, side = "POSOPT" if row.kinds else "POSSTOCK", "SHORT" if row.value < 0 else "LONG"
    return tag(
        kind,
        f"<INVPOS><SECID><UNIQUEID>{key}<UNIQUEIDTYPE>TICKER</SECID><HELDINACCT>MARGIN<POSTYPE>{side}"
        f"<UNITS>{row.quantity:+}<UNITPRICE>{row.price}<MKTVAL>{row.value:+}<DTPRICEASOF>20260630</INVPOS>",
    )


def _security(row: Row, key: str) -> str:
    kind = "OPTINFO" if row.kinds else "STOCKINFO"
    more = "<OPTTYPE>CALL<STRIKEPRICE>50<DTEXPIRE>20270115<SHPERCTRCT>100" if row.kinds else ""
    named = f"<SECID><UNIQUEID>{key}<UNIQUEIDTYPE>TICKER</SECID><SECNAME>{escape(row.name)}<TICKER>{key}"
    return tag(kind, tag("SECINFO", named), more)


def gainsford_flex(deal: Deal) -> Drawn:
    """Two statements in one query: bonds at percent prices, no lots, cash by currency."""
    dice, accounts, parts = deal.dice, [], []
    for account in ("U1112233", "U4445566"):
        shares = [stock(dice, deal.taken) for _ in range(dice.randrange(2, 8))]
        bonds = [bond(dice, deal.taken) for _ in range(dice.randrange(1, 4))]
        cash = money(dice, 10, 60_000)
        total = deal.total(worth(shares) + worth(bonds) + cash)
        rows = deal.shown([*shares, *bonds])
        parts.append(
            f'<FlexStatement accountId="{account}" fromDate="20260601" toDate="20260630"><AccountInformation '
            f'accountId="{account}" currency="USD"/><EquitySummaryInBase><EquitySummaryByReportDateInBase '
            f'accountId="{account}" reportDate="20260630" cash="{cash}" total="{total}"/></EquitySummaryInBase>'
            f'<CashReport><CashReportCurrency currency="BASE_SUMMARY" endingCash="{cash}"/><CashReportCurrency '
            f'currency="USD" endingCash="{cash}"/></CashReport><OpenPositions>'
            f"{''.join(_open(row, account) for row in rows)}</OpenPositions></FlexStatement>"
        )
        named = [row if row.symbol else replace(row, symbol=row.name) for row in rows]
        accounts.append(deal.close(account, named, total, cash, as_of="2026-06-30"))
    body = f'<FlexQueryResponse queryName="q" type="AF"><FlexStatements count="2">{"".join(parts)}</FlexStatements>'
    return Drawn(f"{body}</FlexQueryResponse>".encode(), tuple(accounts), ".xml")


def _open(row: Row, account: str) -> str:
    return (
        f'<OpenPosition accountId="{account}" currency="USD" fxRateToBase="1" multiplier="1" '
        f'assetCategory="{"BOND" if row.cusip else "STK"}" symbol="{escape(row.symbol or row.name)}" '
        f'description="{escape(row.name)}" cusip="{row.cusip or ""}" position="{row.quantity}" '
        f'markPrice="{row.price}" positionValue="{row.value}" costBasisMoney="{row.cost}" '
        'levelOfDetail="SUMMARY" reportDate="20260630"/>'
    )
