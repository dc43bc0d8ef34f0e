"""A table that names securities and holds none completes the rows that print no more than a symbol."""

from core.domain.statement import StatementAccount
from core.ingest.lexicon.identifiers import option_symbol
from core.ingest.reading import read_here

SHEET = """Statement,Data,Title,Activity Statement
Statement,Data,Period,"April 1, 2026 - June 30, 2026"
Account Information,Data,Name,Ines Calloway
Account Information,Data,Account,U7700123
Net Asset Value,Header,Asset Class,Prior Total,Current Long,Current Short,Current Total,Change
Net Asset Value,Data,Cash ,70,88.40,0,88.40,18.40
Net Asset Value,Data,Stock,480,900,0,900,20
Net Asset Value,Data,Total,550,988.40,0,988.40,44.65
Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,Cost Basis,Close Price,Value,Code
Open Positions,Data,Summary,Stocks,USD,QKB,10,1,40,400,50,500,
Open Positions,Data,Summary,Stocks,USD,WLLW,40,1,5,200,10,400,
Open Positions,Total,,Stocks,USD,,,,,600,,900,
Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Listing Exch,Multiplier,Type,Code
Financial Instrument Information,Data,Stocks,QKB,QUILL BRIDGE CORP,11,US517101C906,NYSE,1,COMMON,
"""  # noqa: E501
WILLOW = "Financial Instrument Information,Data,Stocks,WLLW,WILLOW MILLS INC,12,{isin},NYSE,1,COMMON,\n"


def account(*isins: str) -> StatementAccount:
    text = SHEET + "".join(WILLOW.format(isin=isin) for isin in isins)
    (found,) = read_here("activity.csv", text.encode()).accounts
    return found


def test_names_and_numbers_come_from_the_list_of_instruments() -> None:
    found = account("US969457Q004")
    assert found.status == "proven"
    assert [(line.symbol, line.description, line.isin, line.asset_type) for line in found.positions] == [
        ("QKB", "QUILL BRIDGE CORP", "US517101C906", "stock"),
        ("WLLW", "WILLOW MILLS INC", "US969457Q004", "stock"),
    ]


def test_a_symbol_with_two_numbers_tells_none() -> None:
    (_, willow) = account("US969457Q004", "US5949181045").positions
    assert (willow.symbol, willow.isin) == ("WLLW", None)


def test_a_number_that_only_looks_like_a_contract_is_none() -> None:
    assert option_symbol("US517101C906") is None
    assert option_symbol("QZAB270115C00055000") == "QZAB270115C00055000"
    assert option_symbol("QZAB277115C00055000") is None
