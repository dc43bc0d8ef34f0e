"""One line of a table understood: its name, its symbol, its figures."""
