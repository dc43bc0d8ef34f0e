"""A torrent: each seed another OFX or Flex file: ends or none, keys, forms of numbers, balances, lots, days, order."""

import random
from dataclasses import replace
from xml.sax.saxutils import escape

from tools.accuracy.content import bond, cusip, fund, option, stock
from tools.accuracy.feeds.markup import SGML, XML, element, tag
from tools.accuracy.houses.hands import Hand, hand, in_lots, parts
from tools.accuracy.planted import Deal
from tools.accuracy.truth import ZERO, Drawn, Row

NUMBERS = ("{}", "{:.6f}", "{:+}", "{:.8f}")


def torrent_ofx(deal: Deal) -> Drawn:
    """One or two accounts of shares, funds, bonds and options, with ends of tags or without."""
    dice = deal.dice
    closed, form, lines = dice.random() < 0.5, dice.choice(NUMBERS), dice.choice(("", "\n", "\r\n"))
    by_cusip, totals = dice.random() < 0.4, dice.random() < 0.5
    bodies: list[str] = []
    infos: dict[str, str] = {}
    made = []
    for _ in range(dice.choice((1, 1, 2))):
        held = _held(deal, by_cusip, totals)
        keys = {row.name: row.symbol or f"ID{place:06d}" for place, row in enumerate(held.rows)}
        leaf = _Leaf(closed, form, lines, keys)
        bodies.append(_statement(leaf, held, dice))
        infos |= {leaf.key(row): _info(leaf, kind, row) for kind, rows in held.groups.items() for row in rows}
        made.append(held.closed(deal, as_of="2026-06-30"))
    body = tag("OFX", tag("INVSTMTMSGSRSV1", *bodies), tag("SECLISTMSGSRSV1", tag("SECLIST", *infos.values())))
    return Drawn(((XML if closed else SGML) + body).encode(), tuple(made), dice.choice((".ofx", ".qfx")))


def _held(deal: Deal, by_cusip: bool, totals: bool) -> Hand:
    dice, taken = deal.dice, deal.taken
    shares = [stock(dice, taken, dice.random() < 0.5) for _ in range(dice.randrange(3, 10))]
    shares = [replace(row, cusip=cusip(dice, taken)) for row in shares] if by_cusip else shares
    groups = {"STOCK": shares, "MF": [fund(dice, taken) for _ in range(dice.randrange(3))],
              "DEBT": [bond(dice, taken) for _ in range(dice.randrange(3))],
              "OPT": [option(dice, shares[0], dice.random() < 0.5)] if dice.random() < 0.4 else []}  # fmt: skip
    groups = {kind: [replace(row, cost=None) for row in rows] for kind, rows in groups.items() if rows}
    return hand(deal, groups, summed=totals)


class _Leaf:
    """Writes elements that hold a text, as the file has them."""

    def __init__(self, closed: bool, form: str, lines: str, keys: dict[str, str]) -> None:
        self.closed, self.form, self.lines, self.keys = closed, form, lines, keys

    def __call__(self, name: str, text: object) -> str:
        return tag(name, escape(str(text)), closed=self.closed) + self.lines

    def figure(self, name: str, value: object) -> str:
        """An element with a figure."""
        return self(name, self.form.format(value))

    def key(self, row: Row) -> str:
        """The identifier of a security."""
        kind = "CUSIP" if row.cusip else "TICKER" if row.symbol else "OTHER"
        key = row.cusip or row.symbol or self.keys.get(row.name, row.name)
        return tag("SECID", self("UNIQUEID", key), self("UNIQUEIDTYPE", kind))


def _statement(leaf: _Leaf, held: Hand, dice: random.Random) -> str:
    positions = [_position(leaf, kind, row) for kind, rows in held.groups.items() for row in rows]
    dice.shuffle(positions)
    listed = ""
    if held.summed:
        total = (leaf("NAME", "Total"), leaf("DESC", "Total account value"), leaf("BALTYPE", "DOLLAR"))
        listed = tag("BALLIST", tag("BAL", *total, leaf.figure("VALUE", held.total)))
    balances = (leaf.figure("AVAILCASH", held.cash), leaf("MARGINBALANCE", 0), leaf("SHORTBALANCE", 0), listed)
    return tag(
        "INVSTMTTRNRS",
        leaf("TRNUID", 1),
        tag(
            "INVSTMTRS",
            leaf("DTASOF", dice.choice(("20260630", "20260630160000", "20260630160000.000[-5:EST]"))),
            leaf("CURDEF", "USD"),
            tag("INVACCTFROM", leaf("BROKERID", "torrent.example"), leaf("ACCTID", held.number)),
            tag("INVPOSLIST", *positions),
            tag("INVBAL", *balances),
        ),
    )


def _position(leaf: _Leaf, kind: str, row: Row) -> str:
    side = "SHORT" if row.value < 0 else "LONG"
    figures = (
        leaf.figure("UNITS", row.quantity),
        leaf.figure("UNITPRICE", row.price),
        leaf.figure("MKTVAL", row.value),
    )
    held = (leaf.key(row), leaf("HELDINACCT", "CASH"), leaf("POSTYPE", side), *figures, leaf("DTPRICEASOF", "20260630"))
    return tag(f"POS{kind}", tag("INVPOS", *held))


def _info(leaf: _Leaf, kind: str, row: Row) -> str:
    ticker = leaf("TICKER", row.symbol) if row.symbol else ""
    more = leaf("SHPERCTRCT", 100) if kind == "OPT" else ""
    return tag(f"{kind}INFO", tag("SECINFO", leaf.key(row), leaf("SECNAME", row.name), ticker), more)


def torrent_flex(deal: Deal) -> Drawn:
    """One or two accounts with lots or without, attributes in any order, days with dashes or none."""
    dice = deal.dice
    dashes, lots, made, bodies = dice.random() < 0.5, dice.random() < 0.5, [], []
    day = "2026-06-30" if dashes else "20260630"
    for place in range(dice.choice((1, 1, 2))):
        shares = [stock(dice, deal.taken) for _ in range(dice.randrange(3, 10))]
        shares = [in_lots(dice, row, 3) for row in shares] if lots else shares
        groups = {"STK": shares}
        if dice.random() < 0.5:
            groups["OPT"] = [option(dice, shares[0], dice.random() < 0.5)]
        held = replace(hand(deal, groups), number=f"U{dice.randrange(1000, 9999)}{place}{dice.randrange(100, 999)}")
        made.append(held.closed(deal, as_of="2026-06-30"))
        bodies.append(_flex(held, dice, day))
    text = tag("FlexStatements", *bodies).replace("<FlexStatements>", f'<FlexStatements count="{len(bodies)}">')
    return Drawn(f'<FlexQueryResponse queryName="q" type="AF">{text}</FlexQueryResponse>'.encode(), tuple(made), ".xml")


def _flex(held: Hand, dice: random.Random, day: str) -> str:
    found = "".join(_opened(row, kind, dice, day) for kind, rows in held.groups.items() for row in rows)
    summary = element("EquitySummaryByReportDateInBase", accountId=held.number, reportDate=day, cash=held.cash,
                      total=held.total)  # fmt: skip
    cash = element("CashReportCurrency", accountId=held.number, currency="BASE_SUMMARY", endingCash=held.cash)
    inside = (tag("CashReport", cash), tag("EquitySummaryInBase", summary), tag("OpenPositions", found))
    body = "".join(dice.sample(inside, 3))
    return f'<FlexStatement accountId="{held.number}" fromDate="{day}" toDate="{day}">{body}</FlexStatement>'


def _opened(row: Row, kind: str, dice: random.Random, day: str) -> str:
    """The position, then its lots."""
    base: dict[str, object] = {"currency": "USD", "assetCategory": kind, "symbol": row.symbol or row.name,
            "description": row.name, "multiplier": 100 if kind == "OPT" else 1, "markPrice": row.price,
            "reportDate": day}  # fmt: skip

    def one(quantity: object, value: object, cost: object, **more: object) -> str:
        found = list({**base, "position": quantity, "positionValue": value, "costBasisMoney": cost, **more}.items())
        dice.shuffle(found)
        return element("OpenPosition", **dict(found))

    told = [
        one(row.quantity, row.value, row.cost, levelOfDetail="SUMMARY", side="Short" if row.value < ZERO else "Long")
    ]
    for lot, value in parts(row) if row.lots else ():
        opened = f"{lot.day};101500" if "-" in day else f"{lot.day.replace('-', '')};101500"
        told.append(one(lot.quantity, value, lot.cost, levelOfDetail="LOT", openDateTime=opened))
    return "".join(told)
