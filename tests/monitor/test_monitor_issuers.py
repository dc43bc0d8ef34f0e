"""The largest issuer is one company, held directly and within funds whose largest holdings are on file."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from core.domain.account import Account
from core.domain.allocation import Allocation
from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.market.securities import security
from core.market.top_holdings import parse_top_holdings, top_holdings
from core.monitor.book.rows import portfolios
from core.risk.portfolio.concentration import largest_issuer

FILE = b"""fund,issuer,symbols,weight,as_of,source
VOO,Alphabet,GOOGL GOOG,0.05,2026-09-30,an invented fact sheet
VOO,Apple,AAPL,0.07,2026-09-30,an invented fact sheet
"""


def test_direct_shares_both_share_classes_and_the_part_within_a_fund_add_up():
    """GOOGL 10,000 + GOOG 10,000 + 5 % of 80,000 in VOO = 24,000 of 100,000."""
    dollars = {"GOOGL": 10_000, "GOOG": 10_000, "VOO": 80_000}
    lots = tuple(Lot(symbol, symbol, Decimal(value), None, date(2024, 1, 5)) for symbol, value in dollars.items())
    case = Case(
        as_of=date(2026, 11, 20),
        taxpayers=(),
        accounts=(Account("a", "o", "t", "roth_ira", Decimal(0), lots),),
        securities=tuple(security(symbol, Decimal(1)) for symbol in dollars),
        target=Allocation("asset_class", FrozenMap({"us_equity": 1.0})),
    )
    book = portfolios({"H": case}, pd.DataFrame(), issuers=parse_top_holdings("file.csv", FILE))
    assert largest_issuer(book)[0] == pytest.approx(0.24)
    assert largest_issuer(portfolios({"H": case}, pd.DataFrame()))[0] == pytest.approx(0.2)


def test_the_house_table_stands_and_a_firms_file_goes_over_it(tmp_path):
    house = top_holdings()
    assert 0.3 < sum(one.weight for one in house["VOO"]) < 1.0
    assert all(one.source and one.as_of for holdings in house.values() for one in holdings)
    path = tmp_path / "top_holdings.csv"
    path.write_bytes(FILE)
    assert [one.issuer for one in top_holdings(path)["VOO"]] == ["Alphabet", "Apple"]
    assert top_holdings(path)["SPY"] == house["SPY"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ((b"0.05", b"5%"), "line 2.*expected a weight"),
        ((b"0.07", b"1.2"), "line 3.*no fraction"),
        ((b"Apple", b""), "line 3.*issuer is missing"),
        ((b"weight", b"share"), "line 1.*expected the columns"),
        ((b"0.07", b"0.97"), "more than the whole"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(change, words):
    with pytest.raises(BadInput, match=words):
        parse_top_holdings("file.csv", FILE.replace(*change))
