"""Heads of tables on a page: bands of words become columns, and figures find theirs."""
