"""What an OFX file without an investment statement is: bank or card, a sign-on alone, or a server that answers no."""

from core.ingest.readers.ofx_tree import Node

STATEMENTS = ("STMTRS", "CCSTMTRS", "LOANSTMTRS", "BANKTRANLIST", "STMTTRN")
ANSWERS = ("STMTTRNRS", "CCSTMTTRNRS", "INVSTMTTRNRS", "LOANSTMTTRNRS")
LISTED = ("ACCTINFORS", "ACCTINFO")
MOST_SAID = 160


def why_no_statement(root: Node) -> str:
    """In words, why a file of this tree holds no positions."""
    if next(root.all(*STATEMENTS), None) is not None:
        return "is OFX without an investment statement; bank and card files hold no positions."
    if next(root.all(*LISTED), None) is not None:
        return "is OFX that lists accounts and holds no statement."
    said = next((node for node in root.all("STATUS") if node.value("SEVERITY").upper() == "ERROR"), None)
    if said is not None:
        message = " ".join(said.value("MESSAGE").split())[:MOST_SAID]
        told = f": '{message}'" if message else ""
        return f"is a server's answer without a statement: it reports an error{told}."
    if next(root.all("SONRS"), None) is not None and next(root.all(*ANSWERS), None) is None:
        return "is a server's answer to a sign-on and holds no statement."
    return "is OFX without an investment statement."
