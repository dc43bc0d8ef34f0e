"""US federal and state tax on lots: pure functions."""
