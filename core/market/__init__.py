"""Prices, returns and where they come from."""
