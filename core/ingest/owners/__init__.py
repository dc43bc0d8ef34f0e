"""Whose account it is and how it is registered: titles, names, labels, and what does not go together."""
