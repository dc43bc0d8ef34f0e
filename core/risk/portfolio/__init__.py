"""Metrics of portfolios: functions of a whole book as arrays, one value for each of its portfolios."""
