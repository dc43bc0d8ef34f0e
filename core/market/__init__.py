"""Prices, securities and the calendar: the only room that knows where a price comes from."""
