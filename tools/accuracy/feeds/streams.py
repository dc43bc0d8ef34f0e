"""Downloads with commas for points, trades beside positions, lots and shorts in one query; texts of later houses."""

from dataclasses import replace
from xml.sax.saxutils import escape

from tools.accuracy.content import bond, fund, moves, stock
from tools.accuracy.feeds.markup import SGML, dumped, element, tag
from tools.accuracy.houses import FOURTH
from tools.accuracy.houses.hands import hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn, Move, Row

BASE: dict[str, object] = {"accountId": "U2223344", "currency": "USD", "fxRateToBase": 1}


def sundry_ofx(deal: Deal) -> Drawn:
    """Decimal commas, funds by CUSIP-like keys, a position of other kind, cash in a list of balances, trades."""
    dice = deal.dice
    shares = [replace(stock(dice, deal.taken), cost=None) for _ in range(dice.randrange(3, 9))]
    funds = [replace(fund(dice, deal.taken), cost=None) for _ in range(dice.randrange(1, 4))]
    held = hand(deal, {"STOCK": shares, "OTHER": funds})
    done = [move for move in moves(dice, shares, 2026, 6) if move.side != "reinvest"]
    keys = {row.name: row.symbol or f"SDY{place:05d}" for place, row in enumerate(held.rows)}
    positions = "".join(_held(row, keys[row.name], kind) for kind, rows in held.groups.items() for row in rows)
    known = "".join(_info(row, keys[row.name]) for row in {row.name: row for row in held.rows}.values())
    body = tag(
        "OFX",
        "<SIGNONMSGSRSV1><SONRS><FI><ORG>Sundry<FID>4</FI></SONRS></SIGNONMSGSRSV1><INVSTMTMSGSRSV1><INVSTMTTRNRS>"
        "<INVSTMTRS><DTASOF>20260630235959.000[-5:EST]<CURDEF>USD<INVACCTFROM><BROKERID>sundry.example"
        f"<ACCTID>{held.number}</INVACCTFROM><INVTRANLIST><DTSTART>20260601<DTEND>20260630{''.join(map(_trade, done))}"
        f"</INVTRANLIST><INVPOSLIST>{positions}</INVPOSLIST><INVBAL><AVAILCASH>{_comma(held.cash)}<MARGINBALANCE>0"
        f"<SHORTBALANCE>0<BALLIST><BAL><NAME>Account value<DESC>Total<BALTYPE>DOLLAR<VALUE>{_comma(held.total)}</BAL>"
        f"</BALLIST></INVBAL></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1><SECLISTMSGSRSV1><SECLIST>{known}</SECLIST>"
        "</SECLISTMSGSRSV1>",
    )
    made = held.closed(deal, as_of="2026-06-30", moves=tuple(done))
    return Drawn((SGML + body).encode(), (made,), ".ofx")


def _comma(value: object) -> str:
    return str(value).replace(".", ",")


def _held(row: Row, key: str, kind: str) -> str:
    return tag(
        f"POS{kind}",
        f"<INVPOS><SECID><UNIQUEID>{key}<UNIQUEIDTYPE>TICKER</SECID><HELDINACCT>CASH<POSTYPE>LONG<UNITS>"
        f"{_comma(row.quantity)}<UNITPRICE>{_comma(row.price)}<MKTVAL>{_comma(row.value)}<DTPRICEASOF>20260630"
        "<MEMO>Price as of close, 1,204 sources</INVPOS>",
    )


def _info(row: Row, key: str) -> str:
    ticker = f"<TICKER>{key}" if row.symbol else ""
    inside = f"<SECID><UNIQUEID>{key}<UNIQUEIDTYPE>TICKER</SECID><SECNAME>{escape(row.name)}{ticker}"
    return tag("STOCKINFO" if row.symbol else "OTHERINFO", tag("SECINFO", inside))


def _trade(move: Move) -> str:
    side, sign = ("BUY", "-") if move.side == "buy" else ("SELL", "")
    units = move.quantity if side == "BUY" else -move.quantity
    day = move.day.replace("-", "")
    return tag(
        f"{side}STOCK",
        f"<INV{side}><INVTRAN><FITID>{day}{move.symbol}<DTTRADE>{day}</INVTRAN><SECID><UNIQUEID>{move.symbol}"
        f"<UNIQUEIDTYPE>TICKER</SECID><UNITS>{_comma(units)}<UNITPRICE>"
        f"{_comma((move.amount / move.quantity).normalize())}<TOTAL>{sign}{_comma(move.amount)}"
        f"<SUBACCTSEC>CASH<SUBACCTFUND>CASH</INV{side}><{side}TYPE>{side}",
    )


def quayside_flex(deal: Deal) -> Drawn:
    """Lots before their summaries, a short share, bonds, trades, the equity of two days."""
    dice = deal.dice
    shares = [in_lots(dice, stock(dice, deal.taken), 3) for _ in range(dice.randrange(3, 9))]
    low = stock(dice, deal.taken)
    short = replace(low, quantity=-(low.quantity or ZERO), value=-low.value, cost=-(low.cost or ZERO))
    held = hand(deal, {"STK": [*shares, short], "BOND": [bond(dice, deal.taken) for _ in range(2)]})
    done = [move for move in moves(dice, shares, 2026, 6) if move.side != "reinvest"]
    found = [_open(row, kind) for kind, rows in held.groups.items() for row in rows]
    trades = "".join(map(_execution, done))
    body = (
        '<FlexQueryResponse queryName="month" type="AF"><FlexStatements count="1"><FlexStatement accountId="U2223344" '
        'fromDate="20260601" toDate="20260630" period="LastMonth" whenGenerated="20260701;080000"><AccountInformation '
        'accountId="U2223344" name="Quayside LLC" currency="USD"/><EquitySummaryInBase>'
        '<EquitySummaryByReportDateInBase accountId="U2223344" reportDate="20260629" cash="1" total="2"/>'
        '<EquitySummaryByReportDateInBase accountId="U2223344" reportDate="20260630" '
        f'cash="{held.cash}" total="{held.total}"/></EquitySummaryInBase>'
        '<CashReport><CashReportCurrency currency="BASE_SUMMARY" startingCash="3" '
        f'endingCash="{held.cash}"/></CashReport><OpenPositions>{"".join(found)}</OpenPositions><Trades>{trades}</Trades>'
        "</FlexStatement></FlexStatements></FlexQueryResponse>"
    )
    named = [row if row.symbol else replace(row, symbol=row.name) for row in held.rows]
    made = deal.close("U2223344", named, held.total, held.cash, as_of="2026-06-30", moves=tuple(done))
    return Drawn(body.encode(), (made,), ".xml")


def _execution(move: Move) -> str:
    """A trade as its execution."""
    day, sign = move.day.replace("-", ""), 1 if move.side == "buy" else -1
    return element(
        "Trade",
        **BASE,
        assetCategory="STK",
        symbol=move.symbol,
        description=move.name,
        tradeDate=day,
        dateTime=f"{day};101500",
        quantity=sign * move.quantity,
        tradePrice=f"{move.amount / move.quantity:.4f}",
        proceeds=-sign * move.amount,
        netCash=-sign * move.amount,
        buySell=move.side.upper(),
        multiplier=1,
        levelOfDetail="EXECUTION",
    )


def _open(row: Row, kind: str) -> str:
    """The lots of a position, then its sum."""
    said = {**BASE, "assetCategory": kind, "symbol": row.symbol or row.name, "description": row.name}
    said |= {"cusip": row.cusip or "", "multiplier": 1, "markPrice": row.price, "reportDate": 20260630}

    def one(quantity: object, value: object, cost: object, **more: object) -> str:
        return element("OpenPosition", **said, position=quantity, positionValue=value, costBasisMoney=cost, **more)

    lots = parts(row) if row.lots else []
    told = [
        one(lot.quantity, value, lot.cost, openDateTime=f"{lot.day} 10:15:00", levelOfDetail="LOT")
        for lot, value in lots
    ]
    side = "Short" if row.value < 0 else "Long"
    return "".join(
        [*told, one(row.quantity, row.value, row.cost, side=side, percentOfNAV="4.1", levelOfDetail="SUMMARY")]
    )


DUMPS = [dumped(FOURTH[name]) for name in ("wexcombe", "rookhope")]
