"""Cells as a spreadsheet may open them: numbers stay numbers, and no text runs as a formula."""

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""First characters by which a spreadsheet takes text for a formula."""


def safe_cell(value: object) -> object:
    """The value as it is; text that would be taken for a formula gets an apostrophe in front; nothing for NaN."""
    if value is None or value != value:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value
