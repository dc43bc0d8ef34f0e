"""Hash-chained, signed events, and the walk that verifies them."""
